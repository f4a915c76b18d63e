namespace IntegrationHub.Sim.Sources.Facts;

internal enum FlawKind
{
    UnknownStatus,
    ImpossibleDate,
    NoUnit,
    FutureUpdate,
    FinishedBeforeReceived,
    UnknownProcedure,
    StatusOutOfRange,
    NotHandedOver,
    IllegalNumber,
    NoBase,
    UnknownEnding,
    NoDate,
}

/// <summary>What is wrong with a dossier, from which wave on, and in which wave it is mended (or never).</summary>
internal sealed record Flaw(FlawKind Kind, int From, int Mended)
{
    private static readonly FlawKind[] OfConstruction =
    [
        FlawKind.UnknownStatus, FlawKind.ImpossibleDate, FlawKind.NoUnit, FlawKind.FutureUpdate,
        FlawKind.FinishedBeforeReceived, FlawKind.UnknownProcedure,
    ];

    private static readonly FlawKind[] OfLicences =
        [FlawKind.StatusOutOfRange, FlawKind.NotHandedOver, FlawKind.IllegalNumber, FlawKind.ImpossibleDate];

    private static readonly FlawKind[] OfLand = [FlawKind.NoBase, FlawKind.UnknownEnding, FlawKind.NoDate];

    public bool HoldsAt(int wave) => From <= wave && wave < Mended;

    public static Flaw? Of(Place place, double share, Dice dice)
    {
        if (!dice.Chance(share) || place.Ordinal < Touches.Anchors) return null;
        var kind = dice.Pick(KindsOf(place.Source));
        return kind is FlawKind.IllegalNumber or FlawKind.NoBase ? Always(kind) : Sometimes(kind, dice);
    }

    /// <summary>The waves in which somebody changes the dossier because of the flaw.</summary>
    public void AddTouches(List<Move> moves, Dice dice)
    {
        foreach (var wave in (ReadOnlySpan<int>)[From, Mended])
            if (wave is > 0 and < WorkClock.Never)
                Touches.Touch(moves, TimeIn(wave, dice));
    }

    public static DateTime TimeIn(int wave, Dice dice) => WorkClock.At(SecondIn(wave, dice));

    private static long SecondIn(int wave, Dice dice) =>
        ((WorkClock.InitialDays - 1L + wave) * WorkClock.Day) + dice.Between(WorkClock.Hour, WorkClock.Day - WorkClock.Hour);

    private static Flaw Always(FlawKind kind) => new(kind, 0, WorkClock.Never);

    private static Flaw Sometimes(FlawKind kind, Dice dice) => dice.Below(4) switch
    {
        0 => new(kind, 0, dice.Between(1, WorkClock.LastWave)),
        1 => new(kind, dice.Between(1, WorkClock.LastWave), WorkClock.Never),
        _ => Always(kind),
    };

    private static FlawKind[] KindsOf(Source source) => source switch
    {
        Source.Construction => OfConstruction,
        Source.Licences => OfLicences,
        _ => OfLand,
    };
}
