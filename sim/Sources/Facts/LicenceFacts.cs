using System.Globalization;

namespace IntegrationHub.Sim.Sources.Facts;

internal sealed record Paper(string Id, string Name, string Url);

/// <summary>The whole life of one driving-licence dossier.</summary>
internal sealed record LicenceFacts(
    int Index, string MaHoSo, CodedName Procedure, int Channel, string Account, Applicant Owner, string BirthDate, string Address,
    string MaXa, string Class, string Licence, bool PromiseIsDate, bool ByPost, string Unit, string Fee,
    IReadOnlyList<Paper> Papers, Paper Result, IReadOnlyList<Officer> Officers, IReadOnlyList<Step> Steps, Flaw? Flaw)
{
    public const string Agency = "H40.21";

    private const int Online = 2;

    private static readonly CodedName[] Procedures =
    [
        new("1.002820", "Cấp lại Giấy phép lái xe"),
        new("1.002809", "Đổi giấy phép lái xe do ngành Giao thông vận tải cấp"),
    ];

    private static readonly string[] Classes = ["A1", "A", "B", "B", "C1", "C", "D1", "D2", "D", "BE", "CE"];
    private static readonly string[] PaperNames =
    [
        "Đơn đề nghị đổi giấy phép lái xe", "Giấy khám sức khỏe", "Ảnh chân dung", "Bản sao giấy phép lái xe",
    ];

    public static LicenceFacts Of(Census census, int index)
    {
        var place = census.PlaceOf(index);
        var dice = Dice.For(census.Seed, index, Luck.Identity);
        var channel = dice.Pick([1, Online, Online, Online, 3]);
        var maHoSo = Numbering.MaHoSo(place, dice);
        var (steps, flaw) = Histories.Polled(census, index, place, startsOnline: channel == Online);
        if (flaw is { Kind: FlawKind.IllegalNumber }) maHoSo = Numbering.Illegal(maHoSo, dice);
        var plot = Places.Plot(dice);
        var licence = "999" + People.Digits(dice, 9);
        return new(
            index, maHoSo, dice.Pick(Procedures), channel, AccountFor(dice, channel), Somebody(dice), BornOn(dice), plot.Address,
            plot.MaXa, dice.Pick(Classes), licence, dice.Chance(0.25), dice.Chance(0.35), dice.Pick(Words.LicenceUnits),
            dice.Chance(0.8) ? "135000" : "", Filed(dice, index),
            new($"GPLX-{licence}", $"Giấy phép lái xe số {licence}", $"https://files.example/gplx/{index}/ket-qua.pdf"),
            [People.Officer(dice), People.Officer(dice), People.Officer(dice)], steps, flaw);
    }

    private static string AccountFor(Dice dice, int channel) =>
        channel == Online || dice.Chance(0.3) ? $"TECH{People.Digits(dice, 10)}" : "";

    private static Applicant Somebody(Dice dice)
    {
        var person = People.Person(dice);
        return dice.Below(100) switch
        {
            < 1 => person with { Name = "" },
            < 8 => person with { Number = "999" + People.Digits(dice, 6) },
            < 10 => person with { Number = "" },
            _ => person,
        };
    }

    private static string BornOn(Dice dice)
    {
        var day = new DateTime(1955, 1, 1).AddDays(dice.Below(18_600));
        var form = dice.Below(100) switch { < 5 => "yyyy", < 9 => "yyyy-MM", _ => "yyyy-MM-dd" };
        return day.ToString(form, CultureInfo.InvariantCulture);
    }

    private static Paper[] Filed(Dice dice, int index) =>
        [.. PaperNames.Take(dice.Between(1, PaperNames.Length)).Select((name, i) =>
            new Paper($"{index}-{i + 1}", name, $"https://files.example/gplx/{index}/{i + 1}.pdf"))];
}
