namespace IntegrationHub.Hub.Store;

/// <summary>What is done about what a process that ended has left.</summary>
internal interface IUpkeepQueries
{
    /// <summary>Marks the runs of a connector that nobody is at any more.</summary>
    Task<int> AbandonRunsAsync(string connector, long now, CancellationToken cancellationToken);

    /// <summary>Marks the reconciliations that nobody is at any more.</summary>
    Task<int> AbandonReconciliationsAsync(long now, CancellationToken cancellationToken);

    /// <summary>What mappings or code lists refused that are no longer in force is due now.</summary>
    Task<int> RetryWhatOthersRefusedAsync(string fingerprint, long now, CancellationToken cancellationToken);
}
