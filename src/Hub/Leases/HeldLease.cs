using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Leases;

/// <summary>
/// A lease in this process' hands. How long it is good for is measured from before it was asked for, by a clock that nobody sets: who
/// slept past its end knows it, and what it would still write the ledger refuses by the epoch.
/// </summary>
internal sealed class HeldLease(Lease lease, TimeSpan lasts, TimeProvider clock, long askedAt) : IDisposable
{
    private readonly CancellationTokenSource lost = new();
    private long since = askedAt;

    public Lease Lease => lease;

    /// <summary>Cancelled when it is held no more.</summary>
    public CancellationToken Lost => lost.Token;

    public bool IsHeld => !lost.IsCancellationRequested && clock.GetElapsedTime(Interlocked.Read(ref since)) < lasts;

    public void Renewed(long askedAt) => Interlocked.Exchange(ref since, askedAt);

    public void Lose() => lost.Cancel();

    public void Dispose() => lost.Dispose();
}
