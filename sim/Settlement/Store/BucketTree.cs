using IntegrationHub.Sim.Settlement.Digests;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>The sums of the buckets of one to four hex digits, kept up to date leaf by leaf.</summary>
internal sealed class BucketTree
{
    public const int Depth = 4;

    private readonly BucketSum[][] levels = [.. Enumerable.Range(1, Depth).Select(digits => new BucketSum[1 << (4 * digits)])];

    public void Enter(uint key, Digest leaf)
    {
        for (var level = 0; level < Depth; level++)
        {
            ref var bucket = ref At(level, key);
            bucket = bucket.With(leaf);
        }
    }

    public void Leave(uint key, Digest leaf)
    {
        for (var level = 0; level < Depth; level++)
        {
            ref var bucket = ref At(level, key);
            bucket = bucket.Without(leaf);
        }
    }

    /// <summary>The sixteen buckets below a prefix of less than <see cref="Depth"/> digits.</summary>
    public BucketSum[] Children(BucketPrefix prefix)
    {
        var first = (int)(prefix.From >> (28 - (4 * prefix.Digits)));
        return levels[prefix.Digits][first..(first + 16)];
    }

    private ref BucketSum At(int level, uint key) => ref levels[level][key >> (28 - (4 * level))];
}
