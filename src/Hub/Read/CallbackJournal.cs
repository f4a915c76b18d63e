using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Schedule;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Read;

/// <summary>The durable journal of callbacks.</summary>
internal sealed class CallbackJournal : ICallbackJournal, ICallbackInbox, IAsyncDisposable
{
    private readonly ICallbackStore store;
    private readonly LedgerRoom room;
    private readonly JournalWriter writer;

    public CallbackJournal(ICallbackStore store, LedgerRoom room, RunRequests requests, TimeProvider clock, ILogger<CallbackJournal> log)
    {
        (this.store, this.room) = (store, room);
        writer = new(batch => store.AppendAsync(batch, clock.NowMicros()), requests, log);
    }

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(connector, after, limit, cancellationToken);

    public Task<bool> JournalAsync(string connector, CallbackEntry entry, CancellationToken cancellationToken) =>
        room.TakesCallbacks ? writer.WriteAsync(connector, entry, cancellationToken) : Task.FromResult(false);

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
