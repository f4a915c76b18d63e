namespace IntegrationHub.Hub.Store;

/// <summary>What collecting asks of the ledger outside a decision.</summary>
internal interface ICollectQueries
{
    Task<StreamRow?> StreamAsync(string connector, CancellationToken cancellationToken);

    /// <summary>Dossiers as they are now, not locked; those that the ledger does not hold are missing.</summary>
    Task<IReadOnlyDictionary<string, DossierRow>> DossiersAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken);

    /// <summary>Entries of quarantine that are due, ordered by id.</summary>
    Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, long now, CancellationToken cancellationToken);

    /// <summary>Of these entries of quarantine, how many are closed.</summary>
    Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken);
}
