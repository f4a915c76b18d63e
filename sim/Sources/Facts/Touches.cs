namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>Updates that change nothing but the time of change: bulk jobs of the source's own people.</summary>
internal static class Touches
{
    /// <summary>The first dossiers of a source are never flawed; a job touches them in the last second of each wave.</summary>
    public const int Anchors = 3;

    private static readonly DateTime Bulk = WorkClock.Date(142).AddHours(12);
    private static readonly DateTime WaveBulk = WorkClock.Date(WorkClock.InitialDays + 1).AddHours(12);

    public static void AddTo(List<Move> moves, Place place)
    {
        if (IsOneOf(place, 600, 0)) Touch(moves, Bulk);
        if (IsOneOf(place, 400, 7)) Touch(moves, WaveBulk);
        if (place.Ordinal < Anchors)
            for (var wave = 0; wave <= WorkClock.LastWave; wave++)
                Touch(moves, WorkClock.Horizon(wave));
    }

    public static void Touch(List<Move> moves, DateTime at) => moves.Add(new(0, at, Exact: true));

    /// <summary>About <paramref name="wanted"/> dossiers, evenly spread over the older three quarters of the source.</summary>
    private static bool IsOneOf(Place place, int wanted, int offset)
    {
        var older = (int)(place.Of * 3L / 4);
        var stride = Math.Max(1, older / Math.Min(wanted, Math.Max(1, place.Of * 2 / 5)));
        return place.Ordinal < older && (place.Ordinal + offset) % stride == 0;
    }
}
