namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What is done about what a process has left, on PostgreSQL.</summary>
internal sealed class PostgresUpkeepQueries(PostgresLedger ledger) : IUpkeepQueries
{
    private const string AbandonRuns = "update run set state = 'abandoned', ended_at = $2 where connector = $1 and state = 'running'";

    private const string AbandonReconciliations = """
        update reconciliation set state = 'failed', ended_at = $1, fault = 'Transient', message = 'The server stopped.'
        where state = 'running'
        """;

    private const string RetryRefused = "update quarantine set due_at = $2 where state = 'open' and fingerprint <> $1";

    public Task<int> AbandonRunsAsync(string connector, long now, CancellationToken cancellationToken) =>
        ledger.RunAsync(AbandonRuns, cancellationToken, connector, now);

    public Task<int> AbandonReconciliationsAsync(long now, CancellationToken cancellationToken) =>
        ledger.RunAsync(AbandonReconciliations, cancellationToken, now);

    public Task<int> RetryWhatOthersRefusedAsync(string fingerprint, long now, CancellationToken cancellationToken) =>
        ledger.RunAsync(RetryRefused, cancellationToken, fingerprint, now);
}
