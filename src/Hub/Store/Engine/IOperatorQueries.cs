using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Store;

/// <summary>What operators ask of the ledger outside a decision.</summary>
internal interface IOperatorQueries
{
    /// <summary>The state of an entry of quarantine; null when there is none.</summary>
    Task<string?> QuarantineStateAsync(long id, CancellationToken cancellationToken);

    /// <summary>Marks entries of quarantine as due now.</summary>
    Task<int> AskAgainAsync(QuarantineSelection which, long now, CancellationToken cancellationToken);

    /// <summary>Dead rows above an id, ordered by it.</summary>
    Task<IReadOnlyList<(long Id, string Number)>> DeadAsync(DeadSelection which, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Whether the outbox has a row, in whatever state.</summary>
    Task<bool> HasRowAsync(long id, CancellationToken cancellationToken);
}
