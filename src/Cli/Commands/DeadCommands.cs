using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class DeadCommands
{
    public static Command Create(GlobalOptions globals) => new("dead", "Deliveries that failed for good, until a person has looked.")
    {
        List(globals), Show(globals), Retry(globals),
    };

    private static Command List(GlobalOptions globals)
    {
        var (connector, after, limit) = (Parts.Connector(), Parts.After(), Parts.Limit());
        var fault = new Option<string?>("--fault") { Description = "Only of this fault.", HelpName = "FAULT" };
        return Parts.Verb("list", "List them, the oldest first.", connector, fault, after, limit)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var page = await session.Api.DeadAsync(
                    arguments.GetValue(connector),
                    arguments.GetValue(fault),
                    arguments.GetValue(after),
                    arguments.GetValue(limit),
                    cancellationToken);
                session.Show(page, table => table.Table(
                    page.Items,
                    ["id", "connector", "number", "kind", "version>", "fault", "attempts>", "since", "what to do"],
                    d => [d.Id, d.Connector, d.Number, d.Kind, d.Version, d.Fault, d.Attempts, d.SettledAt, d.Message]));
                session.SayMore(page.Next);
                return ExitCodes.Ok;
            });
    }

    private static Command Show(GlobalOptions globals)
    {
        var id = Parts.Id("row");
        return Parts.Verb("show", "Show one with its attempts.", id).Runs(globals, async (session, arguments, cancellationToken) =>
        {
            var row = await session.Api.DeadRowAsync(arguments.GetValue(id), cancellationToken);
            session.Show(row, table => Write(table, row));
            return ExitCodes.Ok;
        });
    }

    private static Command Retry(GlobalOptions globals)
    {
        var id = Parts.OptionalId("The id of one row; else give --connector or --fault.");
        var connector = Parts.Connector();
        var fault = new Option<string?>("--fault") { Description = "All of this fault.", HelpName = "FAULT" };
        const string what = "Send one, or all of a connector or a fault, again: the dossier as the ledger has it now.";
        return Parts.Verb("retry", what, id, connector, fault)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var group = new RetryDeadRequest(arguments.GetValue(connector), arguments.GetValue(fault));
                var one = arguments.GetValue(id);
                if (Unclear(one, group) is { } unclear)
                    throw new CliException(ExitCodes.Usage, unclear);
                var result = one is { } row
                    ? await session.Api.RetryDeadRowAsync(row, cancellationToken)
                    : await session.Api.RetryDeadAsync(group, cancellationToken);
                return Retries.Show(session, result);
            });
    }

    private static string? Unclear(long? one, RetryDeadRequest group) => (one, group) switch
    {
        (null, { Connector: null, Fault: null }) => "say which: an id, --connector ID, --fault FAULT, or the last two together.",
        (null, _) or (_, { Connector: null, Fault: null }) => null,
        _ => "give an id, or --connector and --fault; an id is one row whatever they say.",
    };

    private static void Write(TableWriter table, OutboxRow row)
    {
        table.Facts(
            ("row", row.Id), ("connector", row.Connector), ("number", row.Number), ("kind", row.Kind), ("version", row.Version),
            ("origin", row.Origin), ("run", row.RunId), ("fault", row.Fault), ("what to do", row.Message),
            ("attempts", row.Attempts), ("made", row.CreatedAt), ("dead since", row.SettledAt));
        table.Line();
        table.Table(row.Attempted, ["attempt", "started", "ended", "outcome"], a => [a.Id, a.StartedAt, a.EndedAt, a.Outcome]);
    }
}
