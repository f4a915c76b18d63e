using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>The journal of callbacks, on SQLite.</summary>
internal sealed class SqliteCallbackStore(SqliteLedger ledger) : ICallbackStore
{
    private const string Insert = "insert into callback_journal (connector, name, key, content, received_at) values ($1, $2, $3, $4, $5)";

    private const string Select = """
        select sequence, name, key, content from callback_journal
        where connector = $1 and sequence > $2 order by sequence limit $3
        """;

    public Task AppendAsync(IReadOnlyList<Arrival> callbacks, long now) => ledger.WriteAsync(
        sql =>
        {
            foreach (var (connector, entry) in callbacks)
                sql.Run(Insert, connector, entry.Name, entry.Key, entry.Content, now);
        },
        CancellationToken.None);

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<JournaledCallback>>(sql => sql.All(
            Select, r => new JournaledCallback(r.GetInt64(0), new(r.GetString(1), r.GetString(2), r.GetString(3))), connector, after, limit));
}
