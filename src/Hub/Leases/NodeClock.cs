using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Leases;

/// <summary>How far this node's clock is from the database's: schedules and waits are this clock's, and a cluster of them must agree.</summary>
internal sealed class NodeClock(ILogger<NodeClock> log)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TooFar = TimeSpan.FromSeconds(5);

    private bool told;

    /// <summary>By how much it is ahead.</summary>
    public TimeSpan Ahead { get; private set; }

    /// <summary>Whether it is too far off to work by.</summary>
    public bool IsOff => Ahead.Duration() > TooFar;

    public void Compare(DateTimeOffset here, DateTimeOffset there)
    {
        Ahead = here - there;
        var noticeable = Ahead.Duration() > Noticeable;
        if (noticeable && !told)
            Log.ClockIsOff(log, Ahead.TotalSeconds);
        told = noticeable;
    }
}
