using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>
/// A clock that only tests move, and that knows when somebody waits for it. A wait of a minute or more is no pause but an attempt's
/// time-out, which is not to pass while its call is under way.
/// </summary>
internal sealed class PausingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<TimeSpan> pauses = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits for work that pauses, moving on over each pause as it is made.</summary>
    public async Task<T> FinishAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var moving = MoveAsync(done.Token);
        try
        {
            return await work.WaitAsync(Patience, cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await moving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        await foreach (var pause in pauses.Reader.ReadAllAsync(cancellationToken))
            Advance(pause);
    }

    private sealed class Timer(PausingClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromMinutes(1))
                clock.pauses.Writer.TryWrite(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
