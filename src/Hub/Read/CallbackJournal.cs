using System.Threading.Channels;
using Dapper;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Schedule;
using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Read;

/// <summary>
/// The durable journal of callbacks. One writer takes all that wait, commits them together and only then answers each: callers
/// that come at the same moment need not wait for a disk of their own.
/// </summary>
internal sealed class CallbackJournal : ICallbackJournal, ICallbackInbox, IAsyncDisposable
{
    private const int LargestCommit = 1000;
    private const int LongestQueue = 10_000;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(LongestQueue);
    private readonly SqliteLedger ledger;
    private readonly RunRequests requests;
    private readonly TimeProvider clock;
    private readonly ILogger<CallbackJournal> log;
    private readonly Task writer;

    public CallbackJournal(SqliteLedger ledger, RunRequests requests, TimeProvider clock, ILogger<CallbackJournal> log)
    {
        (this.ledger, this.requests, this.clock, this.log) = (ledger, requests, clock, log);
        writer = WriteAllAsync();
    }

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlyList<JournaledCallback>>(db => [.. db
            .Query<(long Sequence, string Name, string Key, string Content)>(
                "select sequence, name, key, content from callback_journal where connector = @connector and sequence > @after order by sequence limit @limit",
                new { connector, after, limit })
            .Select(c => new JournaledCallback(c.Sequence, new(c.Name, c.Key, c.Content)))]);

    public async Task<bool> JournalAsync(string connector, CallbackEntry entry, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(connector, entry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(waiting, cancellationToken);
        var durable = await waiting.Durable.Task.WaitAsync(cancellationToken);
        if (durable)
            requests.Ask(connector);
        return durable;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await writer;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestCommit && queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);

            var durable = await CommitAsync(batch);
            foreach (var waiting in batch)
                waiting.Durable.SetResult(durable);
        }
    }

    private async Task<bool> CommitAsync(List<Waiting> batch)
    {
        try
        {
            var now = clock.NowMicros();
            await ledger.WriteAsync(sql => batch.ForEach(waiting => Insert(sql, waiting, now)), CancellationToken.None);
            return true;
        }
        catch (SqliteException failure)
        {
            Log.CallbacksNotJournaled(log, batch.Count, failure);
            return false;
        }
    }

    private static void Insert(Statements sql, Waiting waiting, long now) => sql.Run(
        "insert into callback_journal (connector, name, key, content, received_at) values ($1, $2, $3, $4, $5)",
        waiting.Connector, waiting.Entry.Name, waiting.Entry.Key, waiting.Entry.Content, now);

    private sealed record Waiting(string Connector, CallbackEntry Entry, TaskCompletionSource<bool> Durable);
}
