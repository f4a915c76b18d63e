using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Leases;

/// <summary>Leases and nodes in the ledger. Time is the database's, so that the clocks of the nodes do not matter.</summary>
internal interface ILeaseStore
{
    /// <summary>Takes a lease that is free or has expired; its epoch rises.</summary>
    /// <returns>The lease; null when another process holds it.</returns>
    Task<Lease?> TakeAsync(string resource, string owner, TimeSpan lasts, CancellationToken cancellationToken);

    /// <summary>Prolongs leases.</summary>
    /// <returns>The resources of those that are still held; the others have another holder, or none.</returns>
    Task<IReadOnlySet<string>> RenewAsync(IReadOnlyCollection<Lease> leases, TimeSpan lasts, CancellationToken cancellationToken);

    /// <summary>Makes a lease free.</summary>
    Task GiveBackAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>Makes free whatever a process left that cannot live any more; only where the ledger serves one process.</summary>
    Task VoidAsync(CancellationToken cancellationToken);

    /// <summary>Of these resources, those that somebody holds.</summary>
    Task<IReadOnlySet<string>> HeldAsync(IReadOnlyCollection<string> resources, CancellationToken cancellationToken);

    /// <summary>Says that a node lives.</summary>
    /// <returns>How many do, this one included, and what time it is for the database.</returns>
    Task<Pulse> BeatAsync(string node, TimeSpan silentFor, CancellationToken cancellationToken);

    /// <summary>Says that a node has ended.</summary>
    Task LeaveAsync(string node, CancellationToken cancellationToken);

    /// <summary>The connectors with a run that nobody is at: it runs, and its stream's lease has expired.</summary>
    Task<IReadOnlyList<string>> OrphansAsync(CancellationToken cancellationToken);
}

/// <summary>How many nodes live, and what time it is for the database.</summary>
internal sealed record Pulse(int Nodes, DateTimeOffset Now);
