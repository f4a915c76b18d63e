namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>All dossiers by the bytes of MaHoSo. New ones are merged in when a list is asked for, not when they come.</summary>
internal sealed class KeyOrder
{
    private static readonly Comparison<Dossier> ByKey = (left, right) => string.CompareOrdinal(left.MaHoSo, right.MaHoSo);

    private readonly List<Dossier> added = [];
    private Dossier[] sorted = [];

    public void Add(Dossier dossier) => added.Add(dossier);

    public IEnumerable<Dossier> After(string key)
    {
        Merge();
        for (var i = FirstAfter(key); i < sorted.Length; i++)
            yield return sorted[i];
    }

    private int FirstAfter(string key)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sorted[middle].MaHoSo, key) > 0)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private void Merge()
    {
        if (added.Count == 0)
            return;

        added.Sort(ByKey);
        var merged = new Dossier[sorted.Length + added.Count];
        int old = 0, fresh = 0;
        for (var i = 0; i < merged.Length; i++)
        {
            var takesOld = fresh == added.Count || (old < sorted.Length && ByKey(sorted[old], added[fresh]) < 0);
            merged[i] = takesOld ? sorted[old++] : added[fresh++];
        }

        sorted = merged;
        added.Clear();
    }
}
