using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class ReconcileCommands
{
    public static Command Create(GlobalOptions globals) => new("reconcile", "Compare ledger and settlement system, and mend what differs.")
    {
        Start(globals), Status(globals), Diff(globals),
    };

    private static Command Start(GlobalOptions globals)
    {
        var noRepair = new Option<bool>("--no-repair") { Description = "Only report; mend nothing." };
        var wait = new Option<bool>("--wait") { Description = "Wait for its end; exit 3 when there are differences." };
        var timeout = Parts.Timeout();
        return Parts.Verb("start", "Start a reconciliation now.", noRepair, wait, timeout)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var started = await session.Api.StartReconciliationAsync(new(!arguments.GetValue(noRepair)), cancellationToken);
                session.Say(FormattableString.Invariant($"Reconciliation {started.Id} has started."));
                if (!arguments.GetValue(wait))
                    return Show(session, started, ExitCodes.Ok);

                var ended = await session.WaitAsync(
                    () => session.Api.ReconciliationAsync(started.Id, cancellationToken),
                    r => r.State != RunStates.Running,
                    arguments.GetValue(timeout),
                    FormattableString.Invariant($"reconciliation {started.Id}"),
                    cancellationToken);
                return Show(session, ended, ExitOf(ended));
            });
    }

    private static Command Status(GlobalOptions globals)
    {
        var (after, limit) = (Parts.After(), Parts.Limit());
        return Parts.Verb("status", "List reconciliations, the newest first.", after, limit)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var page = await session.Api.ReconciliationsAsync(arguments.GetValue(after), arguments.GetValue(limit), cancellationToken);
                session.Show(page, table => Write(table, page.Items));
                session.SayMore(page.Next);
                return ExitCodes.Ok;
            });
    }

    private static Command Diff(GlobalOptions globals)
    {
        var id = Parts.OptionalId("The reconciliation; the last one when not said.");
        var (after, limit) = (Parts.After(), Parts.Limit());
        return Parts.Verb("diff", "List the differences that a reconciliation found; exit 3 when there are any.", id, after, limit)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var reconciliation = await CompletedAsync(session, arguments.GetValue(id), cancellationToken);
                var (from, most) = (arguments.GetValue(after), arguments.GetValue(limit));
                var page = await session.Api.DifferencesAsync(reconciliation.Id, from, most, cancellationToken);
                session.Show(page, table => Write(table, page.Items));
                session.SayMore(page.Next);
                return ExitOf(reconciliation);
            });
    }

    private static void Write(TableWriter table, IEnumerable<DifferenceView> differences) => table.Table(
        differences,
        ["id", "number", "connector", "kind", "members", "ledger version>", "target version>", "ledger status", "target status",
         "resolution"],
        d => [d.Id, d.Number, d.Connector, d.Kind, string.Join(", ", d.Members), d.LedgerVersion, d.TargetVersion, d.LedgerStatus,
              d.TargetStatus, d.Resolution]);

    // One that did not compare everything has no list of differences that could be believed.
    private static async Task<ReconciliationView> CompletedAsync(Session session, long? id, CancellationToken cancellationToken)
    {
        var wanted = id is { } told
            ? await session.Api.ReconciliationAsync(told, cancellationToken)
            : await LastAsync(session, cancellationToken);
        return wanted.State switch
        {
            RunStates.Completed => wanted,
            RunStates.Running => throw NotCompleted(wanted, "is running; wait for its end: hub reconcile status."),
            _ => throw NotCompleted(wanted, $"has {wanted.State}: {wanted.Message} Start another: hub reconcile start."),
        };
    }

    private static CliException NotCompleted(ReconciliationView reconciliation, string why) =>
        new(ExitCodes.Error, FormattableString.Invariant($"reconciliation {reconciliation.Id} {why}"));

    private static async Task<ReconciliationView> LastAsync(Session session, CancellationToken cancellationToken) =>
        (await session.Api.ReconciliationsAsync(null, 1, cancellationToken)).Items is [var last]
            ? last
            : throw new CliException(ExitCodes.NotFound, "there was no reconciliation yet; start one with hub reconcile start.");

    private static int ExitOf(ReconciliationView ended) => ended switch
    {
        { State: not RunStates.Completed } => ExitCodes.Error,
        { Differences: > 0 } => ExitCodes.DifferenceFound,
        _ => ExitCodes.Ok,
    };

    private static int Show(Session session, ReconciliationView reconciliation, int exitCode)
    {
        if (reconciliation.Message is { } message)
            session.Say(message);
        session.Show(reconciliation, table => Write(table, [reconciliation]));
        return exitCode;
    }

    private static void Write(TableWriter table, IEnumerable<ReconciliationView> reconciliations) => table.Table(
        reconciliations,
        ["id", "trigger", "mode", "state", "started", "ended", "ledger>", "target>", "compared>", "calls>", "differences>",
         "need a person>", "repairs>", "fault"],
        r => [r.Id, r.Trigger, r.Mode, r.State, r.StartedAt, r.EndedAt, r.Ledger, r.Target, r.Compared, r.Calls, r.Differences,
              r.NeedPerson, r.Repairs, r.Fault]);
}
