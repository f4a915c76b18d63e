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
}

/// <summary>One dossier of which target and truth do not say the same. <see cref="Pointer"/> names the first member that differs.</summary>
internal sealed record Finding(string MaHoSo, string Source, string SourceKey, FindingKind Kind, string Pointer, string? Why)
{
    public override string ToString() =>
        $"{MaHoSo} ({Source}): {Kind}{(Pointer.Length > 0 ? $" at {Pointer}" : "")}{(Why is null ? "" : $"; {Why}")}";
}

/// <summary>The dossiers and source keys that the hub itself lists as quarantined or dead.</summary>
internal sealed class Excuses
{
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<(string Source, string Key)> keys = [];

    public void Add(string source, string? sourceKey, string? number)
    {
        if (sourceKey is not null)
            keys.Add((source, sourceKey));
        if (number is not null)
            numbers.Add(number);
    }

    public bool Cover(Finding finding) => numbers.Contains(finding.MaHoSo) || keys.Contains((finding.Source, finding.SourceKey));
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
