namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What is done about what a process has left, on PostgreSQL.</summary>
internal sealed class PostgresUpkeepQueries(PostgresLedger ledger) : IUpkeepQueries
{
    private const string AbandonRuns = "update run set state = 'abandoned', ended_at = $2 where connector = $1 and state = 'running'";

    private const string AbandonReconciliations = """
        update reconciliation set state = 'failed', ended_at = $1, fault = 'Transient', message = 'The server stopped.'
        where state = 'running' and not exists (
            select 1 from lease where resource = 'reconciliation' and owner <> $2 and expires_at > clock_timestamp())
        """;

    private const string RetryRefused = "update quarantine set due_at = $2 where state = 'open' and fingerprint <> $1";

    private const string Watch = """
        select c.value, s.paused_at is not null,
               (select max(r.started_at) from run r where r.connector = c.value and r.origin = 'source'),
               exists (
                   select 1 from callback_journal j
                   where j.connector = c.value
                     and j.sequence > case when s.watermark like 's|%' then cast(substr(s.watermark, 3) as bigint) else 0 end)
        from unnest($1::text[]) c(value) left join stream s on s.connector = c.value
        """;

    public Task<int> AbandonRunsAsync(string connector, long now, CancellationToken cancellationToken) =>
        ledger.RunAsync(AbandonRuns, cancellationToken, connector, now);

    public Task<int> AbandonReconciliationsAsync(string owner, long now, CancellationToken cancellationToken) =>
        ledger.RunAsync(AbandonReconciliations, cancellationToken, now, owner);

    public Task<int> RetryWhatOthersRefusedAsync(string fingerprint, long now, CancellationToken cancellationToken) =>
        ledger.RunAsync(RetryRefused, cancellationToken, fingerprint, now);

    public Task<IReadOnlyList<WatchedStream>> WatchAsync(IReadOnlyCollection<string> connectors, CancellationToken cancellationToken) =>
        ledger.AllAsync(Watch, RowReading.Watched, cancellationToken, (object)connectors.ToArray());
}
