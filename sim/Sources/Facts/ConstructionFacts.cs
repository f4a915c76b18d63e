namespace IntegrationHub.Sim.Sources.Facts;

internal sealed record Plot(string Address, string MaXa, int Thua, int To);

/// <summary>The whole life of one building-permit dossier.</summary>
internal sealed record ConstructionFacts(
    int Index, string MaHoSo, Applicant Owner, Plot Plot, string Unit, string Content, decimal Area, int Floors,
    int? Fee, string PermitNumber, IReadOnlyList<Step> Steps, Flaw? Flaw)
{
    public const string Procedure = "1.013227";

    public static ConstructionFacts Of(Census census, int index)
    {
        var place = census.PlaceOf(index);
        var dice = Dice.For(census.Seed, index, Luck.Identity);
        var owner = dice.Chance(0.2) ? People.Firm(dice) : People.Person(dice);
        var maHoSo = Numbering.MaHoSo(place, dice);
        var (steps, flaw) = Histories.Polled(census, index, place, startsOnline: dice.Chance(0.3));
        var plot = Places.Plot(dice);
        var work = dice.Pick(Words.Works);
        return new(
            index, maHoSo, owner, plot, dice.Pick(Words.BuildingUnits), $"Gia hạn giấy phép xây dựng {work} tại {plot.Address}",
            dice.Between(400, 90_000) / 100m, dice.Between(1, 9), dice.Chance(0.6) ? 75_000 : null,
            $"{place.Ordinal + 1}/2026/GPXD", steps, Fitting(flaw, steps));
    }

    /// <summary>A dossier that nobody received cannot have been finished before that.</summary>
    private static Flaw? Fitting(Flaw? flaw, IReadOnlyList<Step> steps) =>
        flaw is { Kind: FlawKind.FinishedBeforeReceived } && Standing.At(steps, flaw.From).Received is null
            ? flaw with { Kind = FlawKind.UnknownStatus }
            : flaw;
}
