using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Reconcile;

/// <summary>Descends through the bucket digests of both sides, and lists the dossiers of the buckets that differ.</summary>
internal sealed class Descent(IReconcileStore store, ITarget target, TargetReads reads)
{
    private const string HexDigits = "0123456789abcdef";
    private const int LedgerDepth = 3;
    private const int ListSize = 1000;

    public async Task<Outcome<Descended>> RunAsync(CancellationToken cancellationToken)
    {
        var ledger = new LedgerTree(await store.BucketsAsync(cancellationToken));
        var differing = new Queue<string>([""]);
        var suspects = new List<string>();
        var (calls, atTarget) = (0L, 0L);

        while (differing.TryDequeue(out var prefix))
        {
            var asked = await reads.ReadAsync(() => Digest(prefix), cancellationToken);
            if (!asked.Succeeded(out var buckets, out var fault))
                return fault;
            if (prefix.Length == 0)
                atTarget = buckets.Sum(b => b.Count);

            foreach (var bucket in buckets.Where(b => (b.Count, b.Digest) != ledger.At(b.Prefix)))
            {
                if (bucket.Prefix.Length < LedgerDepth)
                {
                    differing.Enqueue(bucket.Prefix);
                    continue;
                }

                var listed = await ListAsync(bucket.Prefix, counted: () => calls++, cancellationToken);
                if (!listed.Succeeded(out var there, out fault))
                    return fault;
                suspects.AddRange(Differing(await store.BucketAsync(Convert.ToInt32(bucket.Prefix, 16), cancellationToken), there));
            }
        }

        return new Descended(suspects, ledger.At("").Count, atTarget, calls);

        Task<Outcome<IReadOnlyList<BucketDigest>>> Digest(string prefix)
        {
            calls++;
            return target.DigestAsync(prefix, cancellationToken);
        }
    }

    private async Task<Outcome<List<DossierDigest>>> ListAsync(string prefix, Action counted, CancellationToken cancellationToken)
    {
        var rows = new List<DossierDigest>();
        for (var after = ""; ;)
        {
            var from = after;
            var asked = await reads.ReadAsync(() => List(from), cancellationToken);
            if (!asked.Succeeded(out var page, out var fault))
                return fault;
            if (page.Count == 0)
                return rows;
            if (!Rises(after, page))
                return new Fault.Drift($"DanhSachTomTatNhom: the list of bucket {prefix} does not go on after {after}; its numbers must rise.");
            rows.AddRange(page);
            after = page[^1].Number;
        }

        Task<Outcome<IReadOnlyList<DossierDigest>>> List(string from)
        {
            counted();
            return target.ListAsync(prefix, from, ListSize, cancellationToken);
        }
    }

    // A list that repeats itself would be read for ever.
    private static bool Rises(string after, IReadOnlyList<DossierDigest> page) =>
        page.Select(row => row.Number).Prepend(after).Zip(page, (before, row) => string.CompareOrdinal(before, row.Number) < 0).All(rises => rises);

    private static IEnumerable<string> Differing(IReadOnlyList<LedgerDossier> here, IReadOnlyList<DossierDigest> there)
    {
        var atTarget = there.ToDictionary(d => d.Number);
        foreach (var dossier in here)
            if (!atTarget.Remove(dossier.Number, out var digest) || !Same(dossier, digest))
                yield return dossier.Number;
        foreach (var onlyThere in atTarget.Keys.Order(StringComparer.Ordinal))
            yield return onlyThere;
    }

    private static bool Same(LedgerDossier here, DossierDigest there) =>
        here.Hash == there.Content && here.ProgressCount == there.ProgressCount && here.ProgressDigest == there.Progress;

    /// <summary>The ledger's digests at any prefix up to its depth: the XOR of the buckets below.</summary>
    private sealed class LedgerTree
    {
        private readonly Dictionary<string, (long Count, Hash256 Digest)> nodes = [];

        public LedgerTree(IReadOnlyDictionary<int, (long Count, Hash256 Digest)> buckets)
        {
            foreach (var (prefix, bucket) in buckets)
                Add(string.Concat(HexDigits[(prefix >> 8) & 15], HexDigits[(prefix >> 4) & 15], HexDigits[prefix & 15]), bucket);
        }

        public (long Count, Hash256 Digest) At(string prefix) => nodes.GetValueOrDefault(prefix);

        private void Add(string key, (long Count, Hash256 Digest) bucket)
        {
            for (var length = 0; length <= key.Length; length++)
            {
                var node = nodes.GetValueOrDefault(key[..length]);
                nodes[key[..length]] = (node.Count + bucket.Count, node.Digest ^ bucket.Digest);
            }
        }
    }
}

/// <summary>What the descent found.</summary>
/// <param name="Suspects">Dossiers that seem to differ; a descent is no snapshot, so each is asked again.</param>
/// <param name="Ledger">Dossiers acknowledged in the ledger.</param>
/// <param name="Target">Dossiers at the target.</param>
/// <param name="Calls">Calls made.</param>
internal sealed record Descended(IReadOnlyList<string> Suspects, long Ledger, long Target, long Calls);
