namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>When somebody really works (<c>--live</c>): from the wave it began in, the life follows the clock, not the script.</summary>
internal sealed record LiveTimes(int Wave, IReadOnlyList<DateTime> At);

internal static class LiveSteps
{
    private const int FirstNumber = 1000;

    public static IReadOnlyList<Step> Continue(IReadOnlyList<Step> script, LiveTimes live)
    {
        var steps = script.Where(step => step.Wave <= live.Wave).ToList();
        var status = Standing.At(steps, live.Wave).Status;
        foreach (var at in live.At)
        {
            status = Status.Next(status);
            steps.Add(new(status, at, at, live.Wave, status == Status.Received ? at.Date.AddDays(14) : null));
        }

        return steps;
    }

    public static IReadOnlyList<LandEvent> Continue(LandFacts facts, LiveTimes live, long seed)
    {
        var events = facts.Events.Where(what => what.Wave <= live.Wave).ToList();
        var dice = Dice.For(seed, facts.Index, Luck.Live);
        foreach (var (i, at) in live.At.Index())
            events.Add(Next(events, FirstNumber + i, at, live.Wave, dice, facts.Index));
        return events;
    }

    private static LandEvent Next(List<LandEvent> events, int number, DateTime at, int wave, Dice dice, int index) =>
        (events.Where(what => what.IsSound).MaxBy(what => what.At), dice.Below(4)) switch
        {
            (LandSupplementAsked asked, _) => new LandSupplementGiven(number, at, wave, asked.At.Date.AddDays(30).AddHours(17)),
            (LandHandOver, 0) when !HasEnded(events) =>
                new LandEnd(number, at, wave, $"Giấy chứng nhận số BB {index + 1:D8}", LandEnd.Good),
            _ => new LandHandOver(
                number, at, wave, People.Name(dice), People.Officer(dice), dice.Pick(Words.LandTasks),
                at.Date.AddDays(4).AddHours(17)),
        };

    private static bool HasEnded(List<LandEvent> events) => events.Any(what => what is LandEnd { IsSound: true });
}
