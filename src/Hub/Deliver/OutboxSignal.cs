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
        using var limit = new CancellationTokenSource(atMost, clock);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
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
