namespace IntegrationHub.Hub.Deliver;

/// <summary>Wakes delivery when a page was stored, so that nothing waits for a poll.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim wake = new(0, 1);

    public void Dispose() => wake.Dispose();

    public void Raise()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised already; one wake-up serves all.
        }
    }

    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), timeout, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            await wake.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was raised in time.
        }
    }
}
