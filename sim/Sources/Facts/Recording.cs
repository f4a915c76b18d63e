namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>
/// How an office writes down what happened: at once, by the quarter-hour job, or by the closing job of the day (hence ties),
/// and now and then in a transaction that commits after the wave before it was shown (hence late commits).
/// </summary>
internal static class Recording
{
    private const double LateShare = 0.10;

    public static List<Step> Of(List<Move> moves, Dice dice)
    {
        var steps = new List<Step>(moves.Count);
        foreach (var move in moves.OrderBy(move => move.At))
        {
            var before = steps.Count == 0 ? (Step?)null : steps[^1];
            var step = Commit(Write(move, before, dice), before, dice);
            if (step.Wave == WorkClock.Never) break;
            steps.Add(step);
        }

        return steps;
    }

    private static Step Write(Move move, Step? before, Dice dice)
    {
        var recorded = move.Exact ? move.At : Delay(move.At, dice);
        if (recorded < before?.Recorded) recorded = before.Value.Recorded;
        return new(move.Status, move.At, recorded, WorkClock.WaveOf(recorded), move.Promised);
    }

    private static DateTime Delay(DateTime at, Dice dice) => dice.Below(100) switch
    {
        < 15 => WorkClock.Closing(at),
        < 35 => at.Date.AddMinutes((((int)at.TimeOfDay.TotalMinutes / 15) + 1) * 15),
        _ => at.AddSeconds(dice.Below(90)),
    };

    /// <summary>The first step of a wave may carry a time of up to a minute before the newest that was already shown.</summary>
    private static Step Commit(Step step, Step? before, Dice dice)
    {
        if (before is not { } last || step.Wave is 0 or WorkClock.Never || last.Wave == step.Wave) return step;
        var recorded = WorkClock.Horizon(step.Wave - 1).AddSeconds(-dice.Between(1, 60));
        var at = recorded.AddMinutes(-dice.Between(1, 25));
        return last.Recorded < at && dice.Chance(LateShare) ? step with { At = at, Recorded = recorded } : step;
    }
}
