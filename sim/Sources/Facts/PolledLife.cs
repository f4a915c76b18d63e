using static IntegrationHub.Sim.Sources.Facts.WorkClock;

namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>Something that happens at an office. <c>Exact</c>: written down that very second, by a job and not by a clerk.</summary>
internal readonly record struct Move(int Status, DateTime At, DateTime? Promised = null, bool Exact = false);

/// <summary>The life of a construction or licence dossier, as the state machine of its office allows.</summary>
internal sealed class PolledLife(Dice dice, long start)
{
    private readonly List<Move> moves = [];
    private readonly bool promises = !dice.Chance(0.03);
    private long now = start;

    public List<Move> Live(bool startsOnline)
    {
        if (!Register(startsOnline)) return moves;
        After(Hour, 3 * Day, Status.Processing);
        Detour(0.15, Status.Supplement, newPromise: true);
        Detour(0.12, Status.Payment, newPromise: false);
        if (dice.Chance(0.10)) After(Day, 4 * Day, 0, Promise());
        if (!GiveUp()) Finish();
        return moves;
    }

    private bool Register(bool startsOnline)
    {
        if (!startsOnline)
        {
            Happen(Status.Received, Promise());
            return true;
        }

        Happen(Status.Registered);
        var refused = dice.Chance(0.04);
        After(Hour / 2, 8 * Hour, refused ? Status.Refused : Status.Received, refused ? null : Promise());
        return !refused;
    }

    private void Detour(double share, int status, bool newPromise)
    {
        if (!dice.Chance(share)) return;
        After(Day, 4 * Day, status);
        After(Day, 10 * Day, Status.Processing, newPromise ? Promise() : null);
    }

    private bool GiveUp()
    {
        if (!dice.Chance(0.04)) return false;
        After(Day, 6 * Day, dice.Chance(0.5) ? Status.Withdrawn : Status.Stopped);
        return true;
    }

    private void Finish()
    {
        After(2 * Day, 12 * Day, Status.Finished);
        if (dice.Chance(0.92)) After(Hour, 8 * Day, Status.HandedOver);
    }

    private DateTime? Promise() => promises ? WorkClock.Promise(now, dice.Between(10, 20)) : null;

    private void After(int least, int most, int status, DateTime? promised = null)
    {
        now += dice.Between(least, most);
        Happen(status, promised);
    }

    private void Happen(int status, DateTime? promised = null) => moves.Add(new(status, At(now), promised));
}
