namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>
/// Office time as one running number of seconds: Monday to Saturday, 7:30-11:30 and 13:30-17:00, from 5 January 2026.
/// The wall clock plays no part in it.
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

    public static int WaveOf(DateTime time)
    {
        var wave = 0;
        while (wave < Never && time > Horizon(wave)) wave++;
        return wave;
    }

    /// <summary>The promised day: so many working days after the day of a moment.</summary>
    public static DateTime Promise(long seconds, int days) => Date((int)(seconds / Day) + days);
}
