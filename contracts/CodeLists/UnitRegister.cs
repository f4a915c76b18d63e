namespace IntegrationHub.Contracts;

/// <summary>The administrative units before and since 1/7/2025, and what became of the old ones.</summary>
internal sealed class UnitRegister
{
    private readonly ILookup<string, AdministrativeUnit> units =
        EmbeddedList.Rows("units-before-2025-07").Concat(EmbeddedList.Rows("units-2025")).Select(Read)
            .ToLookup(unit => unit.Code, StringComparer.Ordinal);

    private readonly ILookup<string, (Validity Validity, string To)> successors =
        EmbeddedList.Rows("units-old-to-new")
            .ToLookup(row => row.Required("code"), row => (row.Validity(), row.Required("new_code")), StringComparer.Ordinal);

    // When the code was written is not known: it may mean the unit in force, or the one that had it before.
    public UnitLookup Find(string? code, DateOnly on)
    {
        var heirs = Heirs(code, DateOnly.MinValue, on);
        return UnitOn(code, on) is { } unit ? Meant([.. heirs ?? [], unit], inForce: unit) : Meant(heirs);
    }

    // A code that nobody had on that day is an old one, written by a system that still has the old list.
    public UnitLookup Find(string? code, DateOnly on, DateOnly writtenOn) => UnitOn(code, writtenOn) is { } unit
        ? unit.Validity.Covers(on) ? new UnitLookup.Current(unit) : Meant(Heirs(code, writtenOn, on))
        : Meant(Heirs(code, DateOnly.MinValue, on));

    private static UnitLookup Meant(IReadOnlyList<AdministrativeUnit>? units, AdministrativeUnit? inForce = null) =>
        units?.Distinct().ToList() switch
        {
            null or [] => new UnitLookup.Unknown(),
            [var only] => only == inForce ? new UnitLookup.Current(only) : new UnitLookup.Mapped(only),
            var several => new UnitLookup.Ambiguous(several),
        };

    /// <summary>The units that got the code's unit or a part of it; null when one of them is in no list.</summary>
    private List<AdministrativeUnit>? Heirs(string? code, DateOnly after, DateOnly on)
    {
        var heirs = successors[code ?? ""]
            .Where(heir => heir.Validity.Covers(on) && heir.Validity.From > after)
            .Select(heir => UnitOn(heir.To, on)).ToList();
        return heirs.Contains(null) ? null : [.. heirs.OfType<AdministrativeUnit>()];
    }

    private AdministrativeUnit? UnitOn(string? code, DateOnly day) => units[code ?? ""].FirstOrDefault(unit => unit.Validity.Covers(day));

    private static AdministrativeUnit Read(CsvRow row) => new(
        row.Required("code"),
        row.Required("full_name"),
        Enum.TryParse<UnitLevel>(row["level"], ignoreCase: true, out var level) ? level : throw row.Wrong("level", "is no level"),
        row["province_code"] is { Length: > 0 } province ? province : null,
        row.Validity());
}
