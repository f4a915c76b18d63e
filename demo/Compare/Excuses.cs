namespace IntegrationHub.Demo.Compare;

/// <summary>A record that the hub lists as quarantined or dead, as far as the hub can name it.</summary>
internal sealed record Listed(string Source, string? SourceKey, string? Number);

/// <summary>
/// What the hub itself lists as quarantined or dead. It excuses a bad dossier; and each of them must be of a bad dossier, or the hub
/// holds back what is sound. A settlement system that is not the simulated one may refuse and edit what it likes: there, whatever
/// the hub lists is excused.
/// </summary>
/// <param name="simulated">Whether the settlement system is the simulated one, which refuses nothing sound.</param>
internal sealed class Excuses(bool simulated = true)
{
    private readonly HashSet<Listed> listed = [];
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<(string Source, string Key)> keys = [];

    public void Add(string source, string? sourceKey, string? number)
    {
        listed.Add(new(source, sourceKey, number));
        if (sourceKey is not null)
            keys.Add((source, sourceKey));
        if (number is not null)
            numbers.Add(number);
    }

    /// <summary>Whether the finding is explained. Even of a bad dossier the truth says what the target must show.</summary>
    public bool Cover(Finding finding) =>
        (!simulated || finding.Kind is FindingKind.Bad)
        && (numbers.Contains(finding.MaHoSo) || keys.Contains((finding.Source, finding.SourceKey)));

    /// <summary>What is listed without a bad dossier behind it, each dossier once.</summary>
    public IEnumerable<Listed> WhereNot(Func<Listed, bool> isBad) =>
        listed.Where(one => simulated && !isBad(one)).DistinctBy(one => one.Number ?? one.SourceKey);
}
