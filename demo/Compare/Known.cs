using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo.Compare;

/// <summary>The truth's dossiers so far: the numbers that a target may hold, and those of which a record is bad.</summary>
internal sealed class Known
{
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> badNumbers = new(StringComparer.Ordinal);
    private readonly HashSet<(string Source, string Key)> badKeys = [];

    public TruthLine Remember(TruthLine line)
    {
        if (Packets.IsNumber(line.MaHoSo))
            numbers.Add(line.MaHoSo);
        if (line.HeldBack)
        {
            badNumbers.Add(line.MaHoSo);
            badKeys.Add((line.Source, line.SourceKey));
        }
        return line;
    }

    public bool Holds(string number) => numbers.Contains(number);

    public bool IsBad(Listed listed) =>
        (listed.Number is { } number && badNumbers.Contains(number))
        || (listed.SourceKey is { } key && badKeys.Contains((listed.Source, key)));
}
