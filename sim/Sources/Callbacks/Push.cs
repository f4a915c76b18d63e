using System.Threading.Channels;
using IntegrationHub.Sim.Sources.Store;

namespace IntegrationHub.Sim.Sources.Callbacks;

internal sealed record PushAnswer(int pushed, int acknowledged, int refused, int pending);

/// <summary>
/// One pass over the queue: a reader, some workers, and one who writes the answers down.
/// A callback that is given up ends the pass; it and the rest stay queued.
/// </summary>
internal sealed class Push(StateDatabase state, int inFlight, Func<PendingCallback, CancellationToken, Task<Answer>> tell)
{
    private const int Page = 2000;

    private readonly Channel<PendingCallback> queue = Channel.CreateBounded<PendingCallback>(Page);
    private readonly Channel<(long Sequence, Answer Answer)> answers = Channel.CreateUnbounded<(long, Answer)>();
    private int pushed, acknowledged, refused;

    public async Task<PushAnswer> RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var settling = Task.Run(SettleAsync, CancellationToken.None);
        var workers = Enumerable.Range(0, inFlight).Select(_ => UntilEnd(() => WorkAsync(end)));
        await Task.WhenAll(workers.Append(UntilEnd(() => ReadAsync(end.Token))));
        answers.Writer.Complete();
        await settling;
        cancellationToken.ThrowIfCancellationRequested();
        return new(pushed, acknowledged, refused, state.Pending());
    }

    private static Task UntilEnd(Func<Task> work) => Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The push was given up or its caller went away: what has no answer stays queued.
        }
    });

    private async Task ReadAsync(CancellationToken end)
    {
        using var reader = state.Reader();
        for (var page = reader.CallbacksAfter(0, Page); page.Count > 0; page = reader.CallbacksAfter(page[^1].Sequence, Page))
            foreach (var pending in page)
                await queue.Writer.WriteAsync(pending, end);
        queue.Writer.Complete();
    }

    private async Task WorkAsync(CancellationTokenSource end)
    {
        await foreach (var pending in queue.Reader.ReadAllAsync(end.Token))
        {
            Interlocked.Increment(ref pushed);
            var answer = await tell(pending, end.Token);
            if (answer == Answer.Later) await end.CancelAsync();
            else answers.Writer.TryWrite((pending.Sequence, answer));
        }
    }

    /// <summary>In groups: whatever has come in while the last group was being written.</summary>
    private async Task SettleAsync()
    {
        while (await answers.Reader.WaitToReadAsync(CancellationToken.None))
            state.Write(Settle);
    }

    private void Settle(StateWriter to)
    {
        while (answers.Reader.TryRead(out var settled))
        {
            to.Settle(settled.Sequence);
            if (settled.Answer == Answer.Acknowledged) acknowledged++;
            else refused++;
        }
    }
}
