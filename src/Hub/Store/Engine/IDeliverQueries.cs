namespace IntegrationHub.Hub.Store;

/// <summary>What delivering asks of the ledger outside a decision.</summary>
internal interface IDeliverQueries
{
    /// <summary>The ranges that have a row to deliver now.</summary>
    Task<IReadOnlyList<int>> DueRangesAsync(long now, CancellationToken cancellationToken);

    Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, long now, int limit, CancellationToken cancellationToken);

    /// <summary>Progress rows whose dossier has nothing pending, in order.</summary>
    Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, long now, int limit, CancellationToken cancellationToken);

    /// <summary>Attempts of a range that were begun and not ended, with the dossiers that they were about.</summary>
    Task<IReadOnlyList<OpenAttempt>> OpenAttemptsAsync(int range, CancellationToken cancellationToken);

    /// <summary>What is due later than a moment from now because the target did not answer is due now, and so is what waits for that alone.</summary>
    Task HurryAsync(long now, long moment, CancellationToken cancellationToken);
}

/// <summary>An attempt whose outcome nobody has written.</summary>
internal sealed record OpenAttempt(long Id, IReadOnlyList<string> Numbers);
