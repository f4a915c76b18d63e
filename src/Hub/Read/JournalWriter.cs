using System.Threading.Channels;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Schedule;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Read;

/// <summary>
/// Takes all callbacks that wait, commits them together, asks for runs that read them, and only then answers each: callers that
/// come at the same moment need not wait for a disk of their own. Whoever hangs up after the commit still has woken the run.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private const int LargestCommit = 1000;
    private const int LongestQueue = 10_000;
    private const long LargestQueue = 32 * 1024 * 1024;   // characters

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(LongestQueue);
    private readonly Func<IReadOnlyList<Arrival>, Task> commit;
    private readonly RunRequests requests;
    private readonly ILogger log;
    private readonly Task loop;
    private long queued;

    /// <summary>Begins to write.</summary>
    /// <param name="commit">Makes callbacks durable, all of them or none.</param>
    /// <param name="requests">Where a run is asked for.</param>
    /// <param name="log">Where failures go.</param>
    public JournalWriter(Func<IReadOnlyList<Arrival>, Task> commit, RunRequests requests, ILogger log)
    {
        (this.commit, this.requests, this.log) = (commit, requests, log);
        loop = WriteAllAsync();
    }

    /// <returns>Whether the callback is durable; false: the caller should come again, for the server stops or too much waits already.</returns>
    public async Task<bool> WriteAsync(string connector, CallbackEntry entry, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(new(connector, entry), new(TaskCreationOptions.RunContinuationsAsynchronously));
        return TryQueue(waiting) && await waiting.Durable.Task.WaitAsync(cancellationToken);
    }

    private bool TryQueue(Waiting waiting)
    {
        if (Interlocked.Add(ref queued, waiting.Length) <= LargestQueue && queue.Writer.TryWrite(waiting))
            return true;
        Interlocked.Add(ref queued, -waiting.Length);
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestCommit && queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);

            var durable = await TryCommitAsync([.. batch.Select(w => w.Arrival)]);
            Interlocked.Add(ref queued, -batch.Sum(w => w.Length));
            foreach (var waiting in batch)
                waiting.Durable.SetResult(durable);
        }
    }

    // Whatever a commit fails with, the loop lives: the next callback may find the ledger well again.
    private async Task<bool> TryCommitAsync(IReadOnlyList<Arrival> batch)
    {
        try
        {
            await commit(batch);
        }
        catch (Exception failure)
        {
            Log.CallbacksNotJournaled(log, batch.Count, failure);
            return false;
        }

        foreach (var connector in batch.Select(arrival => arrival.Connector).Distinct())
            requests.Ask(connector);
        return true;
    }

    private sealed record Waiting(Arrival Arrival, TaskCompletionSource<bool> Durable)
    {
        public long Length => Arrival.Entry.Content.Length;
    }
}

/// <summary>A callback that came in.</summary>
internal sealed record Arrival(string Connector, CallbackEntry Entry);
