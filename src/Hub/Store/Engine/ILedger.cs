namespace IntegrationHub.Hub.Store;

/// <summary>
/// The ledger as decisions see it. One method is all that writes what is decided about dossiers, outbox, quarantine and streams, so
/// everything that must happen together does, on every engine.
/// </summary>
internal interface ILedger
{
    /// <summary>
    /// One transaction: what is needed is loaded, its dossiers locked in the order of their numbers; the decision is made on it, in
    /// memory; what the decision changed is written. All of it is durable when this returns, or none of it happened. A decision may be
    /// made again on a fresh slice, when somebody else was faster.
    /// </summary>
    /// <exception cref="LedgerConflictException">A dossier was taken for new, and somebody else has made it meanwhile.</exception>
    /// <exception cref="LeaseLostException">The lease is held no more.</exception>
    Task<T> DecideAsync<T>(Need need, Func<Slice, T> decide, CancellationToken cancellationToken);
}

internal static class LedgerDecisions
{
    /// <summary>The same where the decision answers nothing.</summary>
    public static Task DecideAsync(this ILedger ledger, Need need, Action<Slice> decide, CancellationToken cancellationToken) =>
        ledger.DecideAsync(
            need,
            slice =>
            {
                decide(slice);
                return true;
            },
            cancellationToken);
}

/// <summary>A dossier was taken for new, and somebody else has made it meanwhile.</summary>
internal sealed class LedgerConflictException(Exception? cause = null)
    : Exception("A dossier that was taken for new is in the ledger; read again what is there.", cause);

/// <summary>What was to be written belongs to a lease that is held no more: somebody else is at it, from where the ledger stands.</summary>
internal sealed class LeaseLostException(Lease lease)
    : Exception($"The lease on {lease.Resource} (epoch {lease.Epoch}) is held no more; nothing was written.");
