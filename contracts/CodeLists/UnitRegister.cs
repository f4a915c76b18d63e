namespace IntegrationHub.Contracts;

/// <summary>The administrative units before and since 1/7/2025, and what became of the old ones.</summary>
internal sealed class UnitRegister
{
    private readonly ILookup<string, AdministrativeUnit> units =
        EmbeddedList.Rows("units-before-2025-07").Concat(EmbeddedList.Rows("units-2025")).Select(Read).ToLookup(unit => unit.Code, StringComparer.Ordinal);

    private readonly ILookup<string, (Validity Validity, string To)> successors =
        EmbeddedList.Rows("units-old-to-new").ToLookup(row => row.Required("code"), row => (row.Validity(), row.Required("new_code")), StringComparer.Ordinal);

    public UnitLookup Find(string? code, DateOnly on) =>
        UnitOn(code, on) is { } unit ? new UnitLookup.Current(unit) : Successor(code, DateOnly.MinValue, on);

    public UnitLookup Find(string? code, DateOnly on, DateOnly writtenOn) =>
        UnitOn(code, writtenOn) is { } unit && unit.Validity.Covers(on) ? new UnitLookup.Current(unit) : Successor(code, writtenOn, on);

    private UnitLookup Successor(string? code, DateOnly after, DateOnly on)
    {
        var heirs = successors[code ?? ""].Where(heir => heir.Validity.Covers(on) && heir.Validity.From > after).Select(heir => UnitOn(heir.To, on)).ToList();
        return heirs switch
        {
            [] => new UnitLookup.Unknown(),
            [{ } only] => new UnitLookup.Mapped(only),
            _ when heirs.OfType<AdministrativeUnit>().ToList() is var known && known.Count == heirs.Count => new UnitLookup.Ambiguous(known),
            _ => new UnitLookup.Unknown(),
        };
    }

    private AdministrativeUnit? UnitOn(string? code, DateOnly day) => units[code ?? ""].FirstOrDefault(unit => unit.Validity.Covers(day));

    private static AdministrativeUnit Read(CsvRow row) => new(
        row.Required("code"),
        row.Required("full_name"),
        Enum.TryParse<UnitLevel>(row["level"], ignoreCase: true, out var level) ? level : throw row.Wrong("level", "is no level"),
        row["province_code"] is { Length: > 0 } province ? province : null,
        row.Validity());
}
