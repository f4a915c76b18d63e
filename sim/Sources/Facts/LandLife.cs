using static IntegrationHub.Sim.Sources.Facts.WorkClock;

namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>
/// The registry's work on a dossier: hand-overs, maybe a supplement, maybe a tax notice, the end. No two events share a time.
/// </summary>
internal sealed class LandLife(Dice dice, long start, int index)
{
    private const double HeldBackShare = 0.03;

    private readonly List<LandEvent> events = [];
    private long now = start;
    private string holder = People.Name(dice);

    public List<LandEvent> Live()
    {
        for (var i = dice.Between(1, 3); i > 0; i--) HandOver(Hour, 3 * Day);
        if (dice.Chance(0.25)) Supplement();
        if (dice.Chance(0.30)) Tax();
        HandOver(Day, 5 * Day);
        Pass(Day, 10 * Day, (at, wave) => new LandEnd(events.Count, at, wave, $"Giấy chứng nhận số AA {index + 1:D8}", LandEnd.Good));
        if (dice.Chance(0.10)) HandOver(Hour, 2 * Day);
        return events;
    }

    private void Supplement()
    {
        Pass(Hour, 4 * Day, (at, wave) => new LandSupplementAsked(
            events.Count, at, wave, holder, dice.Pick(Words.Missing), dice.Chance(0.7)));
        if (dice.Chance(0.2)) HandOver(Hour, 2 * Day);
        Pass(Day, 10 * Day, (at, wave) => new LandSupplementGiven(
            events.Count, at, wave, Promise(now, dice.Between(8, 20)).AddHours(17)));
        HandOver(Hour, 2 * Day);
    }

    private void Tax()
    {
        Pass(Day, 6 * Day, (at, wave) => new LandTaxNotice(events.Count, at, wave, $"TB-{People.Digits(dice, 8)}"));
        HandOver(Day, 8 * Day);
    }

    private void HandOver(int least, int most) => Pass(least, most, (at, wave) =>
    {
        var (from, to) = (holder, People.Officer(dice));
        holder = to.Name;
        return new LandHandOver(
            events.Count, at, wave, from, to, dice.Pick(Words.LandTasks), Promise(now, dice.Between(2, 6)).AddHours(17));
    });

    private void Pass(int least, int most, Func<DateTime, int, LandEvent> happen)
    {
        now += dice.Between(least, most);
        var at = At(now);
        var wave = WaveOf(at) + (dice.Chance(HeldBackShare) ? 1 : 0);
        var what = happen(at, WaveOf(at) == Never ? Never : Math.Min(wave, LastWave));
        if (what.Wave != Never) events.Add(what);
    }
}
