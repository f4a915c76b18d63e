using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Bench.Source;

/// <summary>
/// On which past days the dossiers were last touched: evenly on three of them. They are near enough for every later run, which begins
/// the lag of seven days before the end of the one before, to read all of them again; and so far back that none is in a window with
/// today, which the connector would cut and read anew.
/// </summary>
/// <param name="dossiers">How many there are.</param>
/// <param name="first">The first of the days, and the day that the connector is told to begin at.</param>
internal sealed class LicenceCalendar(int dossiers, DateOnly first)
{
    /// <summary>The days a connector asks for at once, so that all dossiers lie in one window of its first run.</summary>
    public const int WindowDays = 4;

    private const int Days = 3;
    private const int Ago = 6;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly int perDay = Math.Max(1, (dossiers + Days - 1) / Days);

    public DateOnly First => first;

    public static LicenceCalendar Before(DateTimeOffset now, int dossiers) =>
        new(dossiers, DateOnly.FromDateTime(VietnamTime.Of(now).Date).AddDays(-Ago));

    /// <summary>Reads what <see cref="ToString"/> wrote: how one process tells another.</summary>
    public static LicenceCalendar Parse(string text) => text.Split('@') is [var dossiers, var first]
        ? new(int.Parse(dossiers, CultureInfo.InvariantCulture), DateOnly.ParseExact(first, "O", CultureInfo.InvariantCulture))
        : throw new FormatException($"Not a calendar: '{text}'.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{dossiers}@{first:O}");

    /// <summary>The dossiers touched on some days, as a range of their numbers; they are numbered in the order touched.</summary>
    public (int From, int Count) Touched(DateOnly from, DateOnly to)
    {
        var (begin, end) = (Earlier(from), Earlier(to.AddDays(1)));
        return (begin, Math.Max(0, end - begin));
    }

    /// <summary>When a dossier was last touched, by Vietnam's clocks.</summary>
    public DateTime TouchedAt(int dossier)
    {
        var (day, place) = Math.DivRem(dossier, perDay);
        return first.ToDateTime(default).AddDays(day) + (Day * place / perDay);
    }

    private int Earlier(DateOnly day) => (int)Math.Clamp((long)(day.DayNumber - first.DayNumber) * perDay, 0, dossiers);
}
