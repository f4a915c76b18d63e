namespace IntegrationHub.Demo.Compare;

internal enum FindingKind
{
    Missing,
    Extra,
    Content,
    ProgressMissing,
    ProgressExtra,

    /// <summary>The target shows the last good state; the newest one is bad and waits for a person.</summary>
    Bad,

    /// <summary>The hub lists it as quarantined or dead, and the generator knows of nothing bad in it.</summary>
    Blamed,
}

/// <summary>One dossier of which target and truth do not say the same. <see cref="Pointer"/> names the first member that differs.</summary>
internal sealed record Finding(string MaHoSo, string Source, string SourceKey, FindingKind Kind, string Pointer, string? Why)
{
    public override string ToString() =>
        $"{MaHoSo} ({Source}): {Kind}{(Pointer.Length > 0 ? $" at {Pointer}" : "")}{(Why is null ? "" : $"; {Why}")}";
}

/// <summary>What the comparer found; filled by several readers at once.</summary>
internal sealed class Findings(Excuses excuses)
{
    private const int Shown = 20;
    private readonly Lock gate = new();
    private readonly Dictionary<(FindingKind Kind, bool Explained), int> counts = [];
    private readonly List<Finding> unexplained = [];

    public int Dossiers { get; private set; }
    public int AtTarget { get; private set; }
    public int Total => counts.Values.Sum();
    public int Unexplained => counts.Where(c => !c.Key.Explained).Sum(c => c.Value);
    public IReadOnlyDictionary<(FindingKind Kind, bool Explained), int> Counts => counts;

    /// <summary>The first few that nothing explains.</summary>
    public IReadOnlyList<Finding> Samples => unexplained;

    public void Count(bool atTarget)
    {
        lock (gate)
        {
            Dossiers++;
            AtTarget += atTarget ? 1 : 0;
        }
    }

    public void Add(Finding finding)
    {
        var explained = excuses.Cover(finding);
        lock (gate)
        {
            counts[(finding.Kind, explained)] = counts.GetValueOrDefault((finding.Kind, explained)) + 1;
            if (!explained && unexplained.Count < Shown)
                unexplained.Add(finding);
        }
    }
}
