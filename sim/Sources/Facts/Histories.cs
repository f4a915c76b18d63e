namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>Puts a polled dossier's life together: what happened, what was touched, how it was written down.</summary>
internal static class Histories
{
    public static (IReadOnlyList<Step> Steps, Flaw? Flaw) Polled(Census census, int index, Place place, bool startsOnline)
    {
        var life = Dice.For(census.Seed, index, Luck.Life);
        var luck = Dice.For(census.Seed, index, Luck.Flaw);
        var flaw = Flaw.Of(place, census.BadShare, luck);
        var moves = new PolledLife(life, Start(place, life)).Live(startsOnline);
        Touches.AddTo(moves, place);
        flaw?.AddTouches(moves, luck);
        return (Recording.Of(moves, Dice.For(census.Seed, index, Luck.Recording)), flaw);
    }

    /// <summary>Filed on the day that stands in its number, early enough to be written down that day.</summary>
    public static long Start(Place place, Dice dice) =>
        (Numbering.DayOf(place) * (long)WorkClock.Day) + dice.Below(WorkClock.Day - WorkClock.Hour);
}
