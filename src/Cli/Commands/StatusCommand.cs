using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class StatusCommand
{
    public static Command Create(GlobalOptions globals) =>
        new Command("status", "What needs a person, whether anything is lost, how the hub runs.").Runs(globals, async (session, _, cancellationToken) =>
        {
            var status = await session.Api.StatusAsync(cancellationToken);
            session.Show(status, table => Write(table, status));
            return ExitCodes.Ok;
        });

    private static void Write(TableWriter table, HubStatus status)
    {
        table.Line(status.Sentence);
        table.Line(status.Balanced ? "The counts balance." : "The counts DO NOT BALANCE: run hub-server doctor --invariants.");
        table.Line();
        table.Table(
            status.Connectors,
            ["connector", "read>", "unchanged>", "ignored>", "quarantined>", "accepted>", "acknowledged>", "superseded>", "pending>", "dead>"],
            t => [t.Id, t.Read, t.Unchanged, t.Ignored, t.Quarantined, t.Accepted, t.Acknowledged, t.Superseded, t.Pending, t.Dead]);
        table.Line();
        var target = status.Target;
        table.Facts(
            ("settlement system", $"{target.State}{(target.System is { Length: > 0 } name ? $": {name}, {target.Environment}, {target.Profile}" : "")}"),
            ("calls", string.Create(CultureInfo.InvariantCulture, $"{target.Reads} reads, {target.Writes} writes, {target.FaultsMet} met a fault")),
            ("last reconciliation", status.LastReconciliation is { } last
                ? string.Create(CultureInfo.InvariantCulture, $"{last.Id}, {last.State}, {last.Differences} differences, {last.Repairs} repairs")
                : "none yet"),
            ("server", string.Create(CultureInfo.InvariantCulture, $"{status.Version}, up {TimeSpan.FromSeconds(Math.Floor(status.UptimeSeconds)):c}, peak memory {status.PeakMemoryMiB} MiB")));
        WriteCauses(table, "quarantine", status.QuarantineCauses);
        WriteCauses(table, "dead", status.DeadCauses);
    }

    private static void WriteCauses(TableWriter table, string what, IReadOnlyList<CauseCount> causes)
    {
        if (causes.Count == 0)
            return;
        table.Line();
        table.Table(causes, [$"{what} by cause", "connector", "count>", "since"], c => [c.Cause, c.Connector, c.Count, c.Oldest]);
    }
}
