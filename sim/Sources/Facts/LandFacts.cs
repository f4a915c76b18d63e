namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>The whole life of one land dossier: taken at the counter, then told by the registry's events.</summary>
internal sealed record LandFacts(
    int Index, string MaHoSo, CodedName Procedure, Applicant Owner, Plot Plot, int Channel, bool ByPost, string Unit, string Note,
    Officer Counter, DateTime Received, DateTime Promised, IReadOnlyList<Paper> Papers, IReadOnlyList<LandEvent> Events, Flaw? Flaw)
{
    private static readonly string[] PaperNames = ["Đơn đăng ký biến động", "Giấy chứng nhận đã cấp", "Hợp đồng chuyển nhượng"];

    public bool HasBase => Flaw is not { Kind: FlawKind.NoBase };

    public static LandFacts Of(Census census, int index)
    {
        var place = census.PlaceOf(index);
        var dice = Dice.For(census.Seed, index, Luck.Identity);
        var life = Dice.For(census.Seed, index, Luck.Life);
        var luck = Dice.For(census.Seed, index, Luck.Flaw);
        var start = Histories.Start(place, life);
        var events = new LandLife(life, start, index).Live();
        var flaw = LandFlaws.Plant(events, Flaw.Of(place, census.BadShare, luck), luck, WorkClock.At(start));
        var maHoSo = Numbering.MaHoSo(place, dice);
        return new(
            index, maHoSo, dice.Pick(Reference.LandProcedures), People.Person(dice), Places.Plot(dice), dice.Between(1, 2),
            dice.Chance(0.3), dice.Pick(Words.LandUnits), dice.Chance(0.1) ? "Nhận kết quả thay theo giấy ủy quyền" : "",
            People.Officer(dice) with { Post = "Chuyên viên", Office = "Bộ phận Một cửa" }, WorkClock.At(start),
            WorkClock.Promise(start, 25).AddHours(17), Filed(dice, index), events, flaw);
    }

    private static Paper[] Filed(Dice dice, int index) =>
        [.. PaperNames.Take(dice.Between(1, PaperNames.Length)).Select((name, i) =>
            new Paper($"{index}-{i + 1}", name, $"https://files.example/dat-dai/{index}/{i + 1}.pdf"))];
}
