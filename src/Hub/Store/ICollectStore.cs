using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>What collecting asks of the ledger. One deep call a decision.</summary>
internal interface ICollectStore
{
    /// <summary>Where the stream stands.</summary>
    Task<StreamState> StreamAsync(string connector, CancellationToken cancellationToken);

    Task<long> BeginRunAsync(string connector, string origin, string trigger, CancellationToken cancellationToken);

    /// <summary>Of these dossiers, those that the ledger does not hold yet.</summary>
    Task<IReadOnlySet<string>> UnknownAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken);

    /// <summary>STORE: receipt, dossiers, outbox, quarantine and watermark in one transaction.</summary>
    Task<PageReceipt> CommitPageAsync(PageCommit page, CancellationToken cancellationToken);

    /// <summary>Ends a run, and pauses the connector where the fault asks for a person.</summary>
    Task EndRunAsync(RunEnded run, CancellationToken cancellationToken);

    /// <summary>Entries of quarantine that are due to be tried again, ordered by id.</summary>
    Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, CancellationToken cancellationToken);

    /// <summary>Of these entries of quarantine, how many are closed.</summary>
    Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken);
}

/// <summary>A run that has ended.</summary>
/// <param name="Run">The run.</param>
/// <param name="Connector">Its connector.</param>
/// <param name="Origin">What it read.</param>
/// <param name="Fault">What it met.</param>
/// <param name="Pause">Whether the connector is paused until a person has looked.</param>
internal sealed record RunEnded(long Run, string Connector, string Origin, Fault? Fault, bool Pause = false)
{
    /// <summary>The lease that it was made under.</summary>
    public Lease? Lease { get; init; }
}
