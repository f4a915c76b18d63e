using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>What delivering asks of the ledger. A range has one worker at a time, so no row is taken twice.</summary>
internal interface IDeliverStore
{
    /// <summary>The ranges that have a row to deliver now.</summary>
    Task<IReadOnlyList<int>> DueRangesAsync(CancellationToken cancellationToken);

    /// <summary>What waits long because the target did not answer is due now, and so is what waits for that alone.</summary>
    Task HurryAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, int limit, CancellationToken cancellationToken);

    /// <summary>Progress rows whose dossier has nothing pending, in order.</summary>
    Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, int limit, CancellationToken cancellationToken);

    /// <summary>Folds in what the target holds of dossiers that no connector owns, and what it holds of versions.</summary>
    /// <returns>Each row on its new base; null for one that was superseded meanwhile.</returns>
    Task<IReadOnlyList<Rebased?>> RebaseAsync(
        DeliveryRange range, IReadOnlyList<(PendingDossier Row, TargetDossier Target)> read, CancellationToken cancellationToken);

    /// <summary>Records an attempt, durably, before the calls.</summary>
    /// <returns>The attempt, with those of the rows that are still pending: a superseded version is never sent.</returns>
    Task<Attempt<T>> OpenAttemptAsync<T>(DeliveryRange range, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : PendingRow;

    /// <summary>ACKNOWLEDGE: writes each row once, now that its fate is known.</summary>
    Task CloseAttemptAsync(DeliveryRange range, long attempt, IReadOnlyList<Settled> settled, CancellationToken cancellationToken);

    /// <summary>The attempt ended without an answer to give; its rows are queried first.</summary>
    Task AbandonAttemptAsync<T>(DeliveryRange range, Attempt<T> attempt, CancellationToken cancellationToken)
        where T : PendingRow;

    /// <summary>The same for all that another holder of the range has left open.</summary>
    /// <returns>How many there were.</returns>
    Task<int> AbandonAttemptsAsync(DeliveryRange range, CancellationToken cancellationToken);

    /// <summary>Writes the fate of rows that needed no attempt.</summary>
    Task SettleAsync(DeliveryRange range, IReadOnlyList<Settled> settled, CancellationToken cancellationToken);
}
