namespace IntegrationHub.Hub.Store;

/// <summary>What is done about what a process that ended has left.</summary>
internal interface IUpkeepQueries
{
    /// <summary>Marks the runs of a connector that nobody is at any more.</summary>
    Task<int> AbandonRunsAsync(string connector, long now, CancellationToken cancellationToken);

    /// <summary>Marks the reconciliations that nobody is at any more, unless somebody else than the owner has the lease for it.</summary>
    Task<int> AbandonReconciliationsAsync(string owner, long now, CancellationToken cancellationToken);

    /// <summary>What the watchdog sees of these connectors.</summary>
    Task<IReadOnlyList<WatchedStream>> WatchAsync(IReadOnlyCollection<string> connectors, CancellationToken cancellationToken);

    /// <summary>What mappings or code lists refused that are no longer in force is due now.</summary>
    Task<int> RetryWhatOthersRefusedAsync(string fingerprint, long now, CancellationToken cancellationToken);
}

/// <summary>What the watchdog sees of a connector.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="Paused">Whether it is paused.</param>
/// <param name="LastStart">When the newest run began that read its source.</param>
/// <param name="Unread">Whether callbacks of it are journaled and not read.</param>
internal sealed record WatchedStream(string Connector, bool Paused, DateTimeOffset? LastStart, bool Unread);
