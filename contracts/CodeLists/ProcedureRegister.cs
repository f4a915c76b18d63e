using System.Text.RegularExpressions;

namespace IntegrationHub.Contracts;

/// <summary>The procedures by base code.</summary>
internal sealed partial class ProcedureRegister
{
    private readonly ILookup<string, (Validity Validity, Procedure Procedure)> procedures;

    public ProcedureRegister()
    {
        var sectors = CodeLists.Sectors.ToDictionary(sector => sector.Code, sector => sector.Name, StringComparer.Ordinal);
        procedures = EmbeddedList.Rows("procedures").ToLookup(
            row => row.Required("code"), row => (row.Validity(), Read(row, sectors)), StringComparer.Ordinal);
    }

    public Procedure? Find(string? code, DateOnly on) =>
        BaseCode().Match(code ?? "") is { Success: true } match
            ? procedures[match.Groups[1].Value].FirstOrDefault(entry => entry.Validity.Covers(on)).Procedure
            : null;

    private static Procedure Read(CsvRow row, Dictionary<string, string> sectors)
    {
        var sector = row.Required("sector_code");
        return new()
        {
            Code = row.Required("code"),
            Name = row.Required("name"),
            SectorCode = sector,
            SectorName = sectors.TryGetValue(sector, out var name)
                ? name
                : throw row.Wrong("sector_code", $"names no sector of sectors.csv: {sector}"),
        };
    }

    // The base alone, or followed by the agency in the notation of QCVN 102:2016 or of QĐ 20/2020.
    [GeneratedRegex(@"^([0-9]\.[0-9]{6})(?:\.000\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|\.[A-Z][0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex BaseCode();
}
