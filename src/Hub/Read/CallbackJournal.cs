using Dapper;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Schedule;
using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Read;

/// <summary>The durable journal of callbacks. Callers that come at the same moment share one commit, so that each need not wait for a disk of its own.</summary>
internal sealed class CallbackJournal(SqliteLedger ledger, RunRequests requests, TimeProvider clock, ILogger<CallbackJournal> log) : ICallbackJournal, ICallbackInbox
{
    private readonly Lock gate = new();
    private List<(string Connector, CallbackEntry Entry)> waiting = [];
    private Task? nextCommit;
    private Task lastCommit = Task.CompletedTask;

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlyList<JournaledCallback>>(db => [.. db
            .Query<(long Sequence, string Name, string Key, string Content)>(
                "select sequence, name, key, content from callback_journal where connector = @connector and sequence > @after order by sequence limit @limit",
                new { connector, after, limit })
            .Select(c => new JournaledCallback(c.Sequence, new(c.Name, c.Key, c.Content)))]);

    public async Task<bool> JournalAsync(string connector, CallbackEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await Join(connector, entry).WaitAsync(cancellationToken);
            requests.Ask(connector);
            return true;
        }
        catch (SqliteException failure)
        {
            Log.CallbackNotJournaled(log, connector, failure);
            return false;
        }
    }

    private Task Join(string connector, CallbackEntry entry)
    {
        lock (gate)
        {
            waiting.Add((connector, entry));
            return nextCommit ??= CommitNextAsync(lastCommit);
        }
    }

    private async Task CommitNextAsync(Task previous)
    {
        await previous.ContinueWith(static _ => { }, TaskScheduler.Default);
        List<(string Connector, CallbackEntry Entry)> batch;
        lock (gate)
        {
            (batch, waiting) = (waiting, []);
            (lastCommit, nextCommit) = (nextCommit!, null);
        }

        var now = clock.NowMicros();
        await ledger.WriteAsync(
            sql =>
            {
                foreach (var (connector, entry) in batch)
                    sql.Run(
                        "insert into callback_journal (connector, name, key, content, received_at) values ($1, $2, $3, $4, $5)",
                        connector, entry.Name, entry.Key, entry.Content, now);
            },
            CancellationToken.None);
    }
}
