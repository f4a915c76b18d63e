using System.Text.RegularExpressions;

namespace IntegrationHub.Contracts;

/// <summary>The procedures by base code, each with the name that its sector has on the day asked for.</summary>
internal sealed partial class ProcedureRegister
{
    private readonly ILookup<string, CodeEntry> sectors;
    private readonly ILookup<string, Row> rows;

    public ProcedureRegister(IEnumerable<CsvRow> procedures, IReadOnlyList<CodeEntry> sectors)
    {
        this.sectors = sectors.ToLookup(sector => sector.Code, StringComparer.Ordinal);
        rows = procedures.Select(Read).ToLookup(row => row.Code, StringComparer.Ordinal);
    }

    public Procedure? Find(string? code, DateOnly on)
    {
        if (BaseCode().Match(code ?? "") is not { Success: true } match
            || rows[match.Groups[1].Value].FirstOrDefault(row => row.Validity.Covers(on)) is not { } row
            || sectors[row.Sector].FirstOrDefault(sector => sector.Validity.Covers(on)) is not { } sector)
            return null;
        return new() { Code = row.Code, Name = row.Name, SectorCode = sector.Code, SectorName = sector.Name };
    }

    private Row Read(CsvRow row)
    {
        var sector = row.Required("sector_code");
        return sectors.Contains(sector)
            ? new(row.Required("code"), row.Required("name"), sector, row.Validity())
            : throw row.Wrong("sector_code", $"names no sector of sectors.csv: {sector}");
    }

    // The base alone, or followed by the agency in the notation of QCVN 102:2016 or of QĐ 20/2020.
    [GeneratedRegex(@"^([0-9]\.[0-9]{6})(?:\.000\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|\.[A-Z][0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex BaseCode();

    private sealed record Row(string Code, string Name, string Sector, Validity Validity);
}
