namespace IntegrationHub.EndToEnd.Tests.Cli;

/// <summary>A clock on which every wait is over at once and has taken as long as it should: who waits ten minutes is ten minutes older.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Add(ref ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
