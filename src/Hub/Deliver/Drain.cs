namespace IntegrationHub.Hub.Deliver;

/// <summary>How delivery ends: from the stop on nothing begins, and the calls under way have a while to end before they are cut.</summary>
internal sealed class Drain : IDisposable
{
    private readonly CancellationTokenSource cut = new();
    private readonly CancellationTokenRegistration registration;
    private ITimer? timer;

    public Drain(TimeSpan time, TimeProvider clock, CancellationToken stopping)
    {
        Stopping = stopping;
        registration = stopping.Register(() => timer = clock.CreateTimer(_ => cut.Cancel(), null, time, Timeout.InfiniteTimeSpan));
    }

    /// <summary>Nothing more begins.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>What is still under way is given up.</summary>
    public CancellationToken Cut => cut.Token;

    public void Dispose()
    {
        registration.Dispose();
        timer?.Dispose();
        cut.Dispose();
    }
}
