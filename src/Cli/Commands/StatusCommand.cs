using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class StatusCommand
{
    public static Command Create(GlobalOptions globals) =>
        new Command("status", "What needs a person, whether anything is lost, how the hub runs.")
            .Runs(globals, async (session, _, cancellationToken) =>
            {
                var status = await session.Api.StatusAsync(cancellationToken);
                session.Show(status, table => Write(table, status));
                return ExitCodes.Ok;
            });

    private static void Write(TableWriter table, HubStatus status)
    {
        table.Line(status.Sentence);
        if (status.Health is { NeedsAction: > 0 } or { Recovering: > 0 } or { Paused: > 0 })
            table.Line("Which and why: hub connector list");
        table.Line(status.Balanced ? "The counts balance." : "The counts DO NOT BALANCE: run hub-server doctor --invariants.");
        table.Line();
        table.Table(
            status.Connectors,
            ["connector", "read>", "unchanged>", "ignored>", "quarantined>", "accepted>",
             "acknowledged>", "superseded>", "pending>", "dead>"],
            t => [t.Id, t.Read, t.Unchanged, t.Ignored, t.Quarantined, t.Accepted, t.Acknowledged, t.Superseded, t.Pending, t.Dead]);
        table.Line();
        table.Facts(
            ("settlement system", TargetWords.State(status.Target)),
            ("sending", TargetWords.Sending(status.Target)),
            ("retries", TargetWords.Retries(status.Target)),
            ("calls", TargetWords.Calls(status.Target)),
            ("last reconciliation", status.LastReconciliation is { } last ? ReconciliationOf(last) : "none has ended yet"),
            ("server", ServerOf(status)));
        WriteCauses(table, "quarantine", status.QuarantineCauses);
        WriteCauses(table, "dead", status.DeadCauses);
    }

    private static string ReconciliationOf(ReconciliationView last) =>
        Say($"{last.Id}, {last.State}, {last.Differences} differences, {last.NeedPerson} need a person, {last.Repairs} repairs");

    private static string ServerOf(HubStatus status) =>
        Say($"{status.Version}, up {TimeSpan.FromSeconds(Math.Floor(status.UptimeSeconds)):c}, peak memory {status.PeakMemoryMiB} MiB");

    private static void WriteCauses(TableWriter table, string what, IReadOnlyList<CauseCount> causes)
    {
        if (causes.Count == 0)
            return;
        table.Line();
        table.Table(causes, [$"{what} by cause", "connector", "count>", "since"], c => [c.Cause, c.Connector, c.Count, c.Oldest]);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
