using Dapper;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Schedule;
using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Read;

/// <summary>The durable journal of callbacks.</summary>
internal sealed class CallbackJournal : ICallbackJournal, ICallbackInbox, IAsyncDisposable
{
    private const string Insert = "insert into callback_journal (connector, name, key, content, received_at) values ($1, $2, $3, $4, $5)";

    private const string Select = """
        select sequence, name, key, content from callback_journal
        where connector = @connector and sequence > @after order by sequence limit @limit
        """;

    private readonly SqliteLedger ledger;
    private readonly TimeProvider clock;
    private readonly JournalWriter writer;

    public CallbackJournal(SqliteLedger ledger, RunRequests requests, TimeProvider clock, ILogger<CallbackJournal> log)
    {
        (this.ledger, this.clock) = (ledger, clock);
        writer = new(CommitAsync, requests, log);
    }

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlyList<JournaledCallback>>(db => [.. db
            .Query<(long Sequence, string Name, string Key, string Content)>(Select, new { connector, after, limit })
            .Select(c => new JournaledCallback(c.Sequence, new(c.Name, c.Key, c.Content)))]);

    public Task<bool> JournalAsync(string connector, CallbackEntry entry, CancellationToken cancellationToken) =>
        writer.WriteAsync(connector, entry, cancellationToken);

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private Task CommitAsync(IReadOnlyList<Arrival> batch) => ledger.WriteAsync(
        sql =>
        {
            var now = clock.NowMicros();
            foreach (var (connector, entry) in batch)
                sql.Run(Insert, connector, entry.Name, entry.Key, entry.Content, now);
        },
        CancellationToken.None);
}
