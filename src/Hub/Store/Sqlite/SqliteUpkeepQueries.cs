using System.Text.Json;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What is done about what a process has left, on SQLite.</summary>
internal sealed class SqliteUpkeepQueries(SqliteLedger ledger) : IUpkeepQueries
{
    private const string AbandonRuns = "update run set state = 'abandoned', ended_at = $2 where connector = $1 and state = 'running'";

    private const string AbandonReconciliations = """
        update reconciliation set state = 'failed', ended_at = $1, fault = 'Transient', message = 'The server stopped.'
        where state = 'running' and not exists (
            select 1 from lease where resource = 'reconciliation' and owner <> $2 and expires_at > $1)
        """;

    private const string RetryRefused = "update quarantine set due_at = $2 where state = 'open' and fingerprint <> $1";

    private const string Watch = """
        select c.value, s.paused_at is not null,
               (select r.started_at from run r where r.connector = c.value and r.origin = 'source' order by r.id desc limit 1),
               exists (
                   select 1 from callback_journal j
                   where j.connector = c.value
                     and j.sequence > case when s.watermark like 's|%' then cast(substr(s.watermark, 3) as bigint) else 0 end)
        from json_each($1) c left join stream s on s.connector = c.value
        """;

    public Task<int> AbandonRunsAsync(string connector, long now, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => sql.Run(AbandonRuns, connector, now), cancellationToken);

    public Task<int> AbandonReconciliationsAsync(string owner, long now, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => sql.Run(AbandonReconciliations, now, owner), cancellationToken);

    public Task<int> RetryWhatOthersRefusedAsync(string fingerprint, long now, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => sql.Run(RetryRefused, fingerprint, now), cancellationToken);

    public Task<IReadOnlyList<WatchedStream>> WatchAsync(IReadOnlyCollection<string> connectors, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<WatchedStream>>(sql => sql.All(Watch, RowReading.Watched, JsonSerializer.Serialize(connectors)));
}
