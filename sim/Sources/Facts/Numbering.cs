using System.Globalization;

namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>Dossier numbers: agency, day, running number of the day. Distinct by construction, without any memory.</summary>
internal static class Numbering
{
    private const double ClassicShare = 0.08;

    public static int DayOf(Place place) => (int)((long)place.Ordinal * WorkClock.InitialDays / place.Of);

    public static string MaHoSo(Place place, Dice dice)
    {
        var day = DayOf(place);
        var running = place.Ordinal - FirstOf(day, place.Of) + 1;
        var agency = dice.Chance(ClassicShare) ? $"000.00.{Agency(place.Source)}.H40" : $"H40.{Agency(place.Source)}";
        return string.Create(CultureInfo.InvariantCulture, $"{agency}-{WorkClock.Date(day):yyMMdd}-{running:D4}");
    }

    /// <summary>The same number as a careless clerk writes it: no settlement system can take it.</summary>
    public static string Illegal(string maHoSo, Dice dice) => dice.Below(3) switch
    {
        0 => maHoSo.Replace('-', ' '),
        1 => maHoSo + " (bản sao)",
        _ => maHoSo.Replace("-", "–", StringComparison.Ordinal),
    };

    private static string Agency(Source source) => source switch
    {
        Source.Construction => "13",
        Source.Licences => "21",
        _ => "15",
    };

    private static int FirstOf(int day, int of) =>
        (int)((((long)day * of) + WorkClock.InitialDays - 1) / WorkClock.InitialDays);
}
