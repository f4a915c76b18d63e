using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>What reconciling asks of the ledger outside a decision.</summary>
internal interface IReconcileQueries
{
    Task<long> BeginAsync(string trigger, long now, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken);

    Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken);

    Task EndAsync(long reconciliation, Findings findings, long now, CancellationToken cancellationToken);
}
