using IntegrationHub.Hub.Map;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What a start does with what the last process left: nothing needs a hand.</summary>
internal sealed class Recovery(SqliteLedger ledger, Fingerprint fingerprint, TimeProvider clock, ILogger<Recovery> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (attempts, runs, entries) = await ledger.WriteAsync(Recover, cancellationToken);
        if (attempts + runs + entries > 0)
            Log.Recovered(log, attempts, runs, entries);
    }

    private (int Attempts, int Runs, int Entries) Recover(Statements sql)
    {
        var now = clock.NowMicros();
        sql.Run(HubSql.QueryRowsOfOpenAttempts);
        var attempts = sql.Run("update attempt set ended_at = $1, outcome = 'abandoned' where ended_at is null", now);
        var runs = sql.Run("update run set state = 'abandoned', ended_at = $1 where state = 'running'", now);
        sql.Run(
            """
            update reconciliation set state = 'failed', ended_at = $1, fault = 'Transient', message = 'The server stopped.'
            where state = 'running'
            """,
            now);
        return (attempts, runs, RetryWhatOldMappingsRefused(sql, now));
    }

    // The mapping or a code list has changed: its refusals may be wrong now.
    private int RetryWhatOldMappingsRefused(Statements sql, long now) =>
        sql.Run("update quarantine set due_at = $2 where state = 'open' and fingerprint <> $1", fingerprint.Value, now);
}
