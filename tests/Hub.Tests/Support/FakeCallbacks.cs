namespace IntegrationHub.Hub.Tests.Support;

/// <summary>A source that calls the hub; its journal is the hub's, and what it says means nothing.</summary>
internal sealed class FakeCallbacks(string id, ICallbackJournal journal) : ISourceConnector, ICallback
{
    /// <summary>What happens before the journal is read.</summary>
    public Func<CancellationToken, Task> BeforeReading { get; set; } = _ => Task.CompletedTask;

    public CallbackAnswer Unavailable { get; } = new(503, "{}");

    public async Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken)
    {
        await BeforeReading(cancellationToken);
        return await journal.ReadPageAsync(id, from, 100, cancellationToken);
    }

    public MapResult Map(SourceRecord record) => new MapResult.Ignored("a test");

    public CallbackVerdict Receive(CallbackRequest request) => throw new NotSupportedException();
}
