using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class ConnectorCommands
{
    public static Command Create(GlobalOptions globals) => new("connector", "The connectors to the sources.")
    {
        List(globals), Describe(globals), Check(globals), Pause(globals), Resume(globals),
    };

    private static Command List(GlobalOptions globals) =>
        Parts.Verb("list", "List them with their state of health.").Runs(globals, async (session, _, cancellationToken) =>
        {
            var connectors = await session.Api.ConnectorsAsync(cancellationToken);
            session.Show(connectors, table => table.Table(
                connectors,
                ["connector", "health", "last read", "read>", "pending>", "quarantine>", "dead>", "reason"],
                c => [c.Id, c.Health, c.LastReadAt, c.Totals.Read, c.Totals.Pending, c.QuarantineOpen, c.Totals.Dead, c.Reason]));
            return ExitCodes.Ok;
        });

    private static Command Describe(GlobalOptions globals)
    {
        var id = Parts.ConnectorId();
        return Parts.Verb("describe", "Show one: state, manifest, what is wrong with its settings, its last runs.", id)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var connector = await session.Api.ConnectorAsync(arguments.GetRequiredValue(id), cancellationToken);
                session.Show(connector, table => Write(table, connector));
                return ExitCodes.Ok;
            });
    }

    private static Command Check(GlobalOptions globals)
    {
        var id = Parts.ConnectorId();
        return Parts.Verb("check", "Try whether its source can be reached with the given credentials and rights.", id)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var result = await session.Api.CheckAsync(arguments.GetRequiredValue(id), cancellationToken);
                session.Show(result, table => table.Line($"{result.Connector}: {(result.Ok ? "ok" : result.Fault)}. {result.Message}"));
                return result.Ok ? ExitCodes.Ok : ExitCodes.Error;
            });
    }

    private static Command Pause(GlobalOptions globals)
    {
        var id = Parts.ConnectorId();
        var reason = new Option<string>("--reason")
        {
            Description = "Why, for whoever finds it paused; no personal data.",
            HelpName = "TEXT",
            Required = true,
        };
        return Parts.Verb("pause", "Pause it until it is resumed.", id, reason)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var why = new PauseRequest(arguments.GetRequiredValue(reason));
                var connector = await session.Api.PauseAsync(arguments.GetRequiredValue(id), why, cancellationToken);
                session.Show(connector, table => WriteHealth(table, connector.Connector));
                return ExitCodes.Ok;
            });
    }

    private static Command Resume(GlobalOptions globals)
    {
        var id = Parts.ConnectorId();
        return Parts.Verb("resume", "Let it run again.", id).Runs(globals, async (session, arguments, cancellationToken) =>
        {
            var connector = await session.Api.ResumeAsync(arguments.GetRequiredValue(id), cancellationToken);
            session.Show(connector, table => WriteHealth(table, connector.Connector));
            return ExitCodes.Ok;
        });
    }

    private static void WriteHealth(TableWriter table, ConnectorView connector) =>
        table.Line($"{connector.Id}: {connector.Health}. {connector.Reason}".TrimEnd());

    private static void Write(TableWriter table, ConnectorDetail detail)
    {
        var connector = detail.Connector;
        table.Facts(
            ("connector", connector.Id), ("title", connector.Title), ("owner", connector.Owner),
            ("health", connector.Health), ("reason", connector.Reason), ("schedule", connector.Schedule),
            ("watermark", connector.Watermark), ("position", detail.Position), ("last read", connector.LastReadAt),
            ("pattern", detail.Pattern), ("stream", $"{detail.Stream}, ordered by {detail.Cursor}"), ("lag, seconds", detail.LagSeconds),
            ("produces", List(detail.Produces)), ("owns", List(detail.Owns)), ("data classes", List(detail.DataClasses)),
            ("contract", detail.ContractVersion), ("abilities", string.Join("; ", detail.Abilities.Select(a => $"{a.Key} {a.Value}"))));
        if (detail.Problems.Count > 0)
            table.Table(detail.Problems, ["setting", "problem"], p => [p.Path, p.Message]);
        table.Line();
        RunCommands.Write(table, detail.LastRuns);
    }

    private static string List(IReadOnlyList<string> words) => words.Count > 0 ? string.Join(", ", words) : "nothing";
}
