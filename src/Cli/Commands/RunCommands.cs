using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class RunCommands
{
    public static Command Create(GlobalOptions globals) => new("run", "Runs: what was read, and what became of it.")
    {
        Start(globals), List(globals), Watch(globals),
    };

    public static void Write(TableWriter table, IEnumerable<RunView> runs) => table.Table(
        runs,
        ["run", "connector", "origin", "trigger", "state", "started", "ended", "pages>",
         "read>", "unchanged>", "ignored>", "quarantined>", "accepted>", "fault"],
        r => [r.Id, r.Connector, r.Origin, r.Trigger, r.State, r.StartedAt, r.EndedAt, r.Pages,
              r.Counts.Read, r.Counts.Unchanged, r.Counts.Ignored, r.Counts.Quarantined, r.Counts.Accepted, r.Fault]);

    private static Command Start(GlobalOptions globals)
    {
        var connector = Parts.ConnectorId();
        var wait = new Option<bool>("--wait") { Description = "Wait for its end." };
        var timeout = Parts.Timeout();
        return Parts.Verb("start", "Start a run now.", connector, wait, timeout)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var run = await session.Api.StartRunAsync(new(arguments.GetRequiredValue(connector)), cancellationToken);
                session.Say(FormattableString.Invariant($"Run {run.Id} of {run.Connector} has started."));
                return arguments.GetValue(wait)
                    ? await WatchAsync(session, run.Id, arguments.GetValue(timeout), cancellationToken)
                    : Show(session, run, ExitCodes.Ok);
            });
    }

    private static Command List(GlobalOptions globals)
    {
        var (connector, after, limit) = (Parts.Connector(), Parts.After(), Parts.Limit());
        return Parts.Verb("list", "List runs, the newest first.", connector, after, limit)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var page = await session.Api.RunsAsync(
                    arguments.GetValue(connector), arguments.GetValue(after), arguments.GetValue(limit), cancellationToken);
                session.Show(page, table => Write(table, page.Items));
                session.SayMore(page.Next);
                return ExitCodes.Ok;
            });
    }

    private static Command Watch(GlobalOptions globals)
    {
        var (id, timeout) = (Parts.Id("run"), Parts.Timeout());
        return Parts.Verb("watch", "Wait for a run's end and show what it did.", id, timeout)
            .Runs(globals, (session, arguments, cancellationToken) =>
                WatchAsync(session, arguments.GetValue(id), arguments.GetValue(timeout), cancellationToken));
    }

    private static async Task<int> WatchAsync(Session session, long id, double timeout, CancellationToken cancellationToken)
    {
        var ended = await session.WaitAsync(
            () => session.Api.RunAsync(id, cancellationToken),
            r => r.Run.State != RunStates.Running,
            timeout,
            FormattableString.Invariant($"run {id}"),
            cancellationToken);
        if (ended.Run.Message is { } message)
            session.Say(message);
        return Show(session, ended.Run, ended.Run.State == RunStates.Completed ? ExitCodes.Ok : ExitCodes.Error);
    }

    private static int Show(Session session, RunView run, int exitCode)
    {
        session.Show(run, table => Write(table, [run]));
        return exitCode;
    }
}
