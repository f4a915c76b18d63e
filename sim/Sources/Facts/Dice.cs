namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>What a throw is for. Each use has its own dice, so that a new question never changes an old answer.</summary>
internal enum Luck
{
    Identity,
    Life,
    Recording,
    Flaw,
    Face,
    Officers,
    Callbacks,
    Live,
    Encoding,
}

/// <summary>SplitMix64: all chance in a dossier's life is a function of (seed, index, use), never of order or clock.</summary>
internal sealed class Dice(ulong state)
{
    private ulong state = state;

    public static Dice For(long seed, long index, Luck luck, int salt = 0) =>
        new(Mix(Mix((ulong)seed) ^ Mix(((ulong)index << 16) + ((ulong)salt << 8) + (ulong)luck)));

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
