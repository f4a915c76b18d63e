namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>Plants a flaw among a land dossier's events: something is sent that nobody can take, and maybe sent again rightly.</summary>
internal static class LandFlaws
{
    public static Flaw? Plant(List<LandEvent> events, Flaw? flaw, Dice dice, DateTime received)
    {
        if (flaw is null or { Kind: FlawKind.NoBase }) return flaw;
        var at = FreeTime(events, flaw.From, dice);
        if (at <= received) at = received.AddMinutes(7);
        var end = events.Find(what => what is LandEnd && what.At <= at);
        if (flaw.Kind == FlawKind.UnknownEnding && (end is null || end.Wave == flaw.From)) EndUnheardOf(events, flaw, end?.At ?? at, dice);
        else HandOverWithoutDate(events, flaw = flaw with { Kind = FlawKind.NoDate }, at, dice);
        return flaw;
    }

    /// <summary>The registry closes the dossier with a code that nobody knows; nothing natural follows.</summary>
    private static void EndUnheardOf(List<LandEvent> events, Flaw flaw, DateTime at, Dice dice)
    {
        events.RemoveAll(e => e.At >= at || e.Wave > flaw.From);
        events.Add(new LandEnd(Next(events), at, flaw.From, "", LandEnd.Unheard));
        if (flaw.Mended < WorkClock.Never)
            events.Add(new LandEnd(
                Next(events), FreeTime(events, flaw.Mended, dice), flaw.Mended, "Giấy chứng nhận cấp lại", LandEnd.Good));
    }

    private static void HandOverWithoutDate(List<LandEvent> events, Flaw flaw, DateTime at, Dice dice)
    {
        var sent = new LandHandOver(
            Next(events), at, flaw.From, People.Name(dice), People.Officer(dice), dice.Pick(Words.LandTasks),
            at.Date.AddDays(dice.Between(2, 6)).AddHours(17), Dateless: true);
        events.Add(sent);
        if (flaw.Mended < WorkClock.Never)
            events.Add(sent with { Number = Next(events), Wave = flaw.Mended, Dateless = false });
    }

    private static int Next(List<LandEvent> events) => events.Count == 0 ? 0 : events.Max(e => e.Number) + 1;

    private static DateTime FreeTime(List<LandEvent> events, int wave, Dice dice)
    {
        var at = Flaw.TimeIn(wave, dice);
        while (events.Any(e => e.At == at)) at = at.AddSeconds(1);
        return at;
    }
}
