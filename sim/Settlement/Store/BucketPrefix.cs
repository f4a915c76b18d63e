using System.Globalization;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>The bucket keys that begin with some hex digits, as a range of their first 32 bits.</summary>
internal readonly record struct BucketPrefix(uint From, uint To, int Digits)
{
    public static BucketPrefix Of(string prefix)
    {
        if (prefix.Length == 0)
            return new BucketPrefix(0, uint.MaxValue, 0);

        var free = 32 - (4 * prefix.Length);
        var from = uint.Parse(prefix, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) << free;
        return new BucketPrefix(from, from | (uint)((1UL << free) - 1), prefix.Length);
    }

    public bool Holds(Dossier dossier) => dossier.BucketKey >= From && dossier.BucketKey <= To;

    /// <summary>Which of the sixteen next digits a key below this prefix has.</summary>
    public int NextDigit(uint key) => (int)(key >> (28 - (4 * Digits))) & 0xF;
}
