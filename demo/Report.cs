using System.Globalization;
using System.Text.Json;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Demo;

/// <summary>Says what came of it: to people as a table, to programs as one line of JSON.</summary>
internal static class Report
{
    public static string Json(Outcome outcome) => JsonSerializer.Serialize(new
    {
        balanced = outcome.Status.Balanced,
        problem = outcome.Problem,
        connectors = outcome.Status.Connectors.Select(Counts),
        run = outcome.Status.SinceStart.Select(Counts),
        differences = new { total = outcome.Findings.Total, unexplained = outcome.Findings.Unexplained },
        stages = outcome.Status.Stages.Select(s => new
        {
            name = s.Name,
            records = s.Records,
            seconds = Math.Round(s.Seconds, 2),
            recordsPerSecond = Math.Round(s.RecordsPerSecond),
        }),
        settlement = new
        {
            dossiers = outcome.Findings.AtTarget,
            reads = outcome.Status.Target.Reads,
            writes = outcome.Status.Target.Writes,
            faultsMet = outcome.Status.Target.FaultsMet,
        },
        peakMemoryMiB = Math.Round(outcome.PeakMemoryMiB, 1),
        seconds = Math.Round(outcome.Seconds, 2),
    });

    public static IEnumerable<string> Text(Outcome outcome)
    {
        yield return "";
        yield return Row(
            "ledger", "read", "unchanged", "ignored", "quarantined", "accepted", "acknowledged", "superseded",
            "pending", "dead");
        foreach (var c in outcome.Status.Connectors)
            yield return Row(
                c.Id, c.Read, c.Unchanged, c.Ignored, c.Quarantined, c.Accepted, c.Acknowledged, c.Superseded,
                c.Pending, c.Dead);
        yield return "";
        foreach (var stage in outcome.Status.Stages)
            yield return Line($"{stage.Name,-12}{stage.Records,10:N0} records in {stage.Seconds,7:N1} s")
                + Line($"{stage.RecordsPerSecond,10:N0} a second");
        var target = outcome.Status.Target;
        var calls = Line($"{target.Reads:N0} reads, {target.Writes:N0} writes, {target.FaultsMet:N0} faults met");
        yield return Line($"settlement  {outcome.Findings.AtTarget,10:N0} dossiers; {calls}");
        yield return Line($"hub memory  {outcome.PeakMemoryMiB,10:N0} MiB at most; {outcome.Seconds:N1} s in all");
        foreach (var cause in outcome.Status.QuarantineCauses)
            yield return Line($"quarantined {cause.Count,10:N0} {cause.Connector}: {cause.Cause}");
        foreach (var cause in outcome.Status.DeadCauses)
            yield return Line($"dead        {cause.Count,10:N0} {cause.Connector}: {cause.Cause}");
        yield return "";
        foreach (var ((kind, explained), count) in outcome.Findings.Counts.OrderBy(c => c.Key))
        {
            var why = explained ? "explained by a quarantined or dead record" : "NOT explained";
            yield return Line($"difference  {count,10:N0} {kind}, {why}");
        }

        foreach (var finding in outcome.Findings.Samples)
            yield return $"  unexplained: {finding}";
        if (outcome is { Faults: true, Status.Target.FaultsMet: 0 })
            yield return "careful: faults are on, but the hub met none, so nothing is shown of them; more dossiers meet more of them";
        yield return Verdict(outcome);
    }

    private static string Verdict(Outcome outcome) => outcome.Verdict is { } why
        ? $"NOT GOOD: {why}"
        : "GOOD: the counts balance, nothing is pending, "
            + Line($"each of {outcome.Findings.Total:N0} differences in {outcome.Findings.Dossiers:N0} dossiers is explained")
            + (outcome.Extended ? "." : "; progress and extra dossiers cannot be read from a basic target and were not compared.");

    private static object Counts(ConnectorTotals c) => new
    {
        id = c.Id,
        read = c.Read,
        unchanged = c.Unchanged,
        ignored = c.Ignored,
        quarantined = c.Quarantined,
        accepted = c.Accepted,
        acknowledged = c.Acknowledged,
        superseded = c.Superseded,
        pending = c.Pending,
        dead = c.Dead,
    };

    private static string Row(string name, params object[] cells) =>
        $"{name,-22}{string.Concat(cells.Select(cell => string.Format(CultureInfo.InvariantCulture, "{0,13:N0}", cell)))}";

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
