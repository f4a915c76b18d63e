using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class QuarantineCommands
{
    public static Command Create(GlobalOptions globals) => new("quarantine", "Records kept out of the outbox until their cause is mended.")
    {
        List(globals), Show(globals), Retry(globals),
    };

    private static Command List(GlobalOptions globals)
    {
        var (connector, after, limit) = (Parts.Connector(), Parts.After(), Parts.Limit());
        var code = new Option<string?>("--code") { Description = "Only of this cause.", HelpName = "CODE" };
        var state = new Option<string?>("--state")
        {
            Description = "open (default), released, gone, dismissed or all.",
            HelpName = "STATE",
        };
        return Parts.Verb("list", "List entries, the oldest first.", connector, code, state, after, limit)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var page = await session.Api.QuarantineAsync(
                    arguments.GetValue(connector),
                    arguments.GetValue(code),
                    arguments.GetValue(state),
                    arguments.GetValue(after),
                    arguments.GetValue(limit),
                    cancellationToken);
                session.Show(page, table => table.Table(
                    page.Items,
                    ["id", "connector", "number or source key", "code", "at", "since", "tries>", "state", "what to do"],
                    q => [q.Id, q.Connector, q.Number ?? q.SourceKey, q.Code, q.Pointer, q.FirstSeen, q.Attempts, q.State, q.Message]));
                session.SayMore(page.Next);
                return ExitCodes.Ok;
            });
    }

    private static Command Show(GlobalOptions globals)
    {
        var id = Parts.Id("entry");
        return Parts.Verb("show", "Show one entry with its source record, masked.", id)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var detail = await session.Api.QuarantineEntryAsync(arguments.GetValue(id), cancellationToken);
                session.Show(detail, table => Write(table, detail));
                return ExitCodes.Ok;
            });
    }

    private static Command Retry(GlobalOptions globals)
    {
        var id = Parts.OptionalId("The id of one entry; else give --connector or --code.");
        var connector = Parts.Connector();
        var code = new Option<string?>("--code") { Description = "All of this cause.", HelpName = "CODE" };
        return Parts.Verb("retry", "Try one entry, or all of a connector or a cause, again now.", id, connector, code)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var group = new RetryQuarantineRequest(arguments.GetValue(connector), arguments.GetValue(code));
                var one = arguments.GetValue(id);
                if (Unclear(one, group) is { } unclear)
                    throw new CliException(ExitCodes.Usage, unclear);
                var result = one is { } entry
                    ? await session.Api.RetryQuarantineEntryAsync(entry, cancellationToken)
                    : await session.Api.RetryQuarantineAsync(group, cancellationToken);
                return Retries.Show(session, result);
            });
    }

    private static string? Unclear(long? one, RetryQuarantineRequest group) => (one, group) switch
    {
        (null, { Connector: null, Code: null }) => "say which: an id, --connector ID, --code CODE, or the last two together.",
        (null, _) or (_, { Connector: null, Code: null }) => null,
        _ => "give an id, or --connector and --code; an id is one entry whatever they say.",
    };

    private static void Write(TableWriter table, QuarantineDetail detail)
    {
        var entry = detail.Entry;
        table.Facts(
            ("entry", entry.Id), ("connector", entry.Connector), ("number", entry.Number), ("source key", entry.SourceKey),
            ("code", entry.Code), ("at", entry.Pointer), ("what to do", entry.Message), ("state", entry.State),
            ("first seen", entry.FirstSeen), ("last seen", entry.LastSeen), ("tries", entry.Attempts), ("next try", entry.DueAt),
            ("run", entry.RunId), ("correlation", detail.CorrelationId));
        table.Line();
        table.Table(detail.Source, ["member", "type", "length>", "value"], m => [m.Pointer, m.Type, m.Length, m.Value ?? Masked(m)]);
    }

    private static string Masked(MaskedMember member) => member.Type is "text" or "number" or "boolean" ? "(masked)" : "";
}
