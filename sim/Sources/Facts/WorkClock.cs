using System.Globalization;

namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>
/// Office time as one running number of seconds: Monday to Saturday, 7:30-11:30 and 13:30-17:00, from 5 January 2026.
/// The wall clock plays no part in it, but whoever takes the world in judges by one what lies in the future.
/// </summary>
internal static class WorkClock
{
    public const int Hour = 3600;
    public const int Day = Morning + Afternoon;
    public const int InitialDays = 149;
    public const int LastWave = 3;
    public const int Never = LastWave + 1;

    private const int Morning = 4 * Hour;
    private const int Afternoon = (3 * Hour) + 1800;

    private static readonly DateTime First = new(2026, 1, 5);
    private static readonly TimeSpan ClosingTime = new(17, 30, 0);

    public static DateTime Date(int day) => First.AddDays((day / 6 * 7) + (day % 6));

    public static DateTime At(long seconds)
    {
        var ofDay = (int)(seconds % Day);
        var sinceMidnight = ofDay < Morning ? (7 * Hour) + 1800 + ofDay : (13 * Hour) + 1800 + (ofDay - Morning);
        return Date((int)(seconds / Day)).AddSeconds(sinceMidnight);
    }

    public static DateTime Closing(DateTime time) => time.Date + ClosingTime;

    /// <summary>The last moment that a wave shows: the closing time of its last day.</summary>
    public static DateTime Horizon(int wave) => Date(InitialDays - 1 + wave) + ClosingTime;

    /// <summary>Why the world cannot be shown by this clock, or null.</summary>
    public static string? Refusal(DateTimeOffset now)
    {
        var (here, end) = (now.ToOffset(TimeSpan.FromHours(7)).DateTime, Horizon(LastWave));
        return here >= end
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"sim-sources: this machine's clock says {here:yyyy-MM-dd HH:mm}, but the generated dossiers live until {end:yyyy-MM-dd}, "
                + $"and a hub takes nothing from the future: set the clock.");
    }

    public static int WaveOf(DateTime time)
    {
        var wave = 0;
        while (wave < Never && time > Horizon(wave)) wave++;
        return wave;
    }

    /// <summary>The promised day: so many working days after the day of a moment.</summary>
    public static DateTime Promise(long seconds, int days) => Date((int)(seconds / Day) + days);
}
