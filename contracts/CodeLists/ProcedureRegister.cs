using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace IntegrationHub.Contracts;

/// <summary>The procedures by base code, each with the name that its sector has on the day asked for.</summary>
internal sealed partial class ProcedureRegister
{
    private const int BaseLength = 8;

    private readonly FrozenDictionary<string, Row[]>.AlternateLookup<ReadOnlySpan<char>> rows;

    public ProcedureRegister(IEnumerable<CsvRow> procedures, IReadOnlyList<CodeEntry> sectors)
    {
        var bySector = sectors.ToLookup(sector => sector.Code, StringComparer.Ordinal);
        rows = procedures.Select(row => Read(row, bySector)).GroupBy(row => row.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Procedure? Find(string? code, DateOnly on)
    {
        if (Form().IsMatch(code ?? "") && rows.TryGetValue(code.AsSpan(0, BaseLength), out var found))
            foreach (var row in found)
                if (row.Validity.Covers(on))
                    return row.On(on);
        return null;
    }

    private static Row Read(CsvRow row, ILookup<string, CodeEntry> sectors)
    {
        var (code, name, sector) = (row.Required("code"), row.Required("name"), row.Required("sector_code"));
        return sectors.Contains(sector)
            ? new(code, row.Validity(), [.. sectors[sector].Select(s => new Named(s.Validity, Procedure(s)))])
            : throw row.Wrong("sector_code", $"names no sector of sectors.csv: {sector}");

        Procedure Procedure(CodeEntry sector) => new() { Code = code, Name = name, SectorCode = sector.Code, SectorName = sector.Name };
    }

    // The base alone, or followed by the agency in the notation of QCVN 102:2016 or of QĐ 20/2020.
    [GeneratedRegex(@"^[0-9]\.[0-9]{6}(?:\.000\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|\.[A-Z][0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    private sealed record Row(string Code, Validity Validity, Named[] Names)
    {
        public Procedure? On(DateOnly day)
        {
            foreach (var name in Names)
                if (name.Validity.Covers(day))
                    return name.Procedure;
            return null;
        }
    }

    /// <summary>A procedure as it is called as long as its sector has a name.</summary>
    private sealed record Named(Validity Validity, Procedure Procedure);
}
