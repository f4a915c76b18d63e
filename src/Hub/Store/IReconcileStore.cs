using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>What reconciling asks of the ledger.</summary>
internal interface IReconcileStore
{
    Task<long> BeginReconciliationAsync(string trigger, CancellationToken cancellationToken);

    /// <summary>The ledger's bucket digests, by the first three hex digits.</summary>
    Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken);

    /// <summary>The dossiers of one bucket as acknowledged, ordered by number.</summary>
    Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken);

    /// <summary>The numbers of all dossiers that this account has written, ordered, a page at a time.</summary>
    Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken);

    /// <summary>Some dossiers as they are now.</summary>
    Task<IReadOnlyDictionary<string, LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken);

    /// <summary>Writes differences into the log and, where asked, their repairs: new rows of the outbox, the one way out.</summary>
    Task AddDifferencesAsync(long reconciliation, IReadOnlyList<Difference> differences, bool repair, CancellationToken cancellationToken);

    /// <summary>Writes the totals; the differences are in the log already.</summary>
    Task EndReconciliationAsync(long reconciliation, Findings findings, CancellationToken cancellationToken);
}
