namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>
/// What the digest services read: one tree of sums for each (account, nguon), the dossiers by the first four digits
/// of their bucket key, and all of them by key.
/// </summary>
internal sealed class DigestIndex
{
    private readonly Dictionary<(int Writer, string Nguon), BucketTree> trees = [];
    private readonly List<Dossier>?[] buckets = new List<Dossier>?[1 << (4 * BucketTree.Depth)];
    private readonly KeyOrder order = new();

    public void Add(Dossier dossier)
    {
        (buckets[dossier.BucketKey >> 16] ??= new List<Dossier>(4)).Add(dossier);
        order.Add(dossier);
    }

    /// <summary>Adds the leaf of a dossier to the sums of everyone who has written it.</summary>
    public void Enter(Dossier dossier)
    {
        foreach (var tree in TreesOf(dossier))
            tree.Enter(dossier.BucketKey, dossier.Leaf);
    }

    /// <summary>Takes the leaf out again, before the dossier changes.</summary>
    public void Leave(Dossier dossier)
    {
        foreach (var tree in TreesOf(dossier))
            tree.Leave(dossier.BucketKey, dossier.Leaf);
    }

    public IReadOnlyList<BucketSum> Groups(int writer, string nguon, string prefix)
    {
        var bucket = BucketPrefix.Of(prefix);
        if (bucket.Digits < BucketTree.Depth)
            return trees.TryGetValue((writer, nguon), out var tree) ? tree.Children(bucket) : new BucketSum[16];

        var sums = new BucketSum[16];
        foreach (var dossier in InBucket(bucket).Where(dossier => IsInScope(dossier, writer, nguon)))
            sums[bucket.NextDigit(dossier.BucketKey)] = sums[bucket.NextDigit(dossier.BucketKey)].With(dossier.Leaf);
        return sums;
    }

    /// <summary>The next rows after a key. A large bucket is picked out of the whole order, a small one is sorted.</summary>
    public IReadOnlyList<DigestRow> Page(int writer, string nguon, string prefix, string after, int count)
    {
        var bucket = BucketPrefix.Of(prefix);
        var inOrder = bucket.Digits < 2
            ? order.After(after).Where(bucket.Holds)
            : InBucket(bucket)
                .Where(dossier => string.CompareOrdinal(dossier.MaHoSo, after) > 0)
                .OrderBy(dossier => dossier.MaHoSo, StringComparer.Ordinal);
        return [.. inOrder.Where(dossier => IsInScope(dossier, writer, nguon)).Take(count).Select(DigestRow.Of)];
    }

    private IEnumerable<Dossier> InBucket(BucketPrefix prefix)
    {
        for (var number = prefix.From >> 16; number <= prefix.To >> 16; number++)
        {
            foreach (var dossier in buckets[number] ?? [])
            {
                if (prefix.Holds(dossier))
                    yield return dossier;
            }
        }
    }

    private static bool IsInScope(Dossier dossier, int writer, string nguon) =>
        dossier.IsWrittenBy(writer) && (nguon.Length == 0 || dossier.Head.Nguon == nguon);

    private IEnumerable<BucketTree> TreesOf(Dossier dossier)
    {
        for (var (writer, rest) = (0, dossier.Writers); rest != 0; writer++, rest >>= 1)
        {
            if ((rest & 1) == 0)
                continue;

            yield return Tree(writer, "");
            if (dossier.Head.Nguon.Length > 0)
                yield return Tree(writer, dossier.Head.Nguon);
        }
    }

    private BucketTree Tree(int writer, string nguon)
    {
        if (!trees.TryGetValue((writer, nguon), out var tree))
            trees.Add((writer, nguon), tree = new BucketTree());
        return tree;
    }
}
