using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>Reconciling, on whatever engine.</summary>
internal sealed class ReconcileStore(ILedger ledger, IReconcileQueries queries, TimeProvider clock) : IReconcileStore
{
    public Task<long> BeginReconciliationAsync(string trigger, CancellationToken cancellationToken) =>
        queries.BeginAsync(trigger, clock.NowMicros(), cancellationToken);

    public Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken) =>
        queries.BucketsAsync(cancellationToken);

    public Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken) =>
        queries.BucketAsync(prefix, cancellationToken);

    public Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken) =>
        queries.NumbersAsync(after, limit, cancellationToken);

    public async Task<IReadOnlyDictionary<string, LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken) =>
        (await queries.DossiersAsync(numbers, withPackets, cancellationToken)).ToDictionary(dossier => dossier.Number);

    public async Task AddDifferencesAsync(
        long reconciliation, IReadOnlyList<Difference> differences, bool repair, CancellationToken cancellationToken)
    {
        if (differences.Count == 0)
            return;
        var numbers = differences.Select(difference => difference.Number).Distinct().ToList();
        await ledger.DecideAsync(
            new() { Numbers = numbers, Progress = numbers, About = numbers.Count },
            slice =>
            {
                new ReconciliationWriter(slice, clock.NowMicros()).Add(reconciliation, differences, repair);
            },
            cancellationToken);
    }

    public Task EndReconciliationAsync(long reconciliation, Findings findings, CancellationToken cancellationToken) =>
        queries.EndAsync(reconciliation, findings, clock.NowMicros(), cancellationToken);
}
