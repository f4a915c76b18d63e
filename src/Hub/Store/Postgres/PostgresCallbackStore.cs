using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>
/// The journal of callbacks, on PostgreSQL. Who writes holds a lock until it is committed: a reader that has seen a sequence has seen
/// all below it, and skips none.
/// </summary>
internal sealed class PostgresCallbackStore(PostgresLedger ledger) : ICallbackStore
{
    private const string Lock = "select pg_advisory_xact_lock(1213547082, 1)";   // "HUBJ"

    private const string Insert = """
        insert into callback_journal (connector, name, key, content, received_at)
        select c.connector, c.name, c.key, c.content, $5
        from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality c(connector, name, key, content, place) order by c.place
        """;

    private const string Select = """
        select sequence, name, key, content from callback_journal where connector = $1 and sequence > $2 order by sequence limit $3
        """;

    public async Task AppendAsync(IReadOnlyList<Arrival> callbacks, long now)
    {
        await using var connection = await ledger.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var steps = new Steps(connection, transaction);
        steps.Add(Lock, null);
        steps.Add(
            Insert, null, Column(callbacks, c => c.Connector), Column(callbacks, c => c.Entry.Name), Column(callbacks, c => c.Entry.Key),
            Column(callbacks, c => c.Entry.Content), now);
        await steps.RunAsync(CancellationToken.None);
        await transaction.CommitAsync();
    }

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        ledger.AllAsync(
            Select, r => new JournaledCallback(r.GetInt64(0), new(r.GetString(1), r.GetString(2), r.GetString(3))), cancellationToken,
            connector, after, limit);

    private static string[] Column(IReadOnlyList<Arrival> callbacks, Func<Arrival, string> value) => [.. callbacks.Select(value)];
}
