using System.Threading.Channels;

namespace IntegrationHub.Hub.Schedule;

/// <summary>Sources that should run soon because something came in; asking twice before the run is asking once.</summary>
internal sealed class RunRequests
{
    private readonly Lock gate = new();
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> asked = [];
    private readonly Dictionary<string, ITimer> later = [];
    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();

    public void Ask(string connector)
    {
        lock (gate)
            if (asked.Add(connector))
                queue.Writer.TryWrite(connector);
    }

    /// <summary>
    /// The run could not begin, for one is under way that may have passed the new entry already,
    /// or the source is paused: asked again a little later.
    /// </summary>
    public void AskAgain(string connector, TimeProvider clock)
    {
        lock (gate)
            later[connector] = clock.CreateTimer(_ => Ask(connector), null, Later, Timeout.InfiniteTimeSpan);
    }

    public async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        var connector = await queue.Reader.ReadAsync(cancellationToken);
        lock (gate)
            asked.Remove(connector);
        return connector;
    }
}
