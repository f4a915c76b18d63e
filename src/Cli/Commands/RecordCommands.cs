using System.CommandLine;
using IntegrationHub.Cli.Output;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

internal static class RecordCommands
{
    private const string Target = "settlement system";

    public static Command Create(GlobalOptions globals) => new("record", "Dossiers, by their number (MaHoSo).")
    {
        Find(globals), Trace(globals),
    };

    private static Command Find(GlobalOptions globals)
    {
        var prefix = new Argument<string>("number") { Description = "The number, or how it begins." };
        var after = new Option<string?>("--after") { Description = "Go on after this number.", HelpName = "NUMBER" };
        var limit = Parts.Limit();
        return Parts.Verb("find", "Find dossiers by how their number begins.", prefix, after, limit)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var wanted = arguments.GetRequiredValue(prefix);
                var (from, most) = (arguments.GetValue(after), arguments.GetValue(limit));
                var page = await session.Api.RecordsAsync(wanted, from, most, cancellationToken);
                if (page.Items.Count == 0 && from is null)
                    throw new CliException(ExitCodes.NotFound, $"no dossier begins with '{wanted}'; compare the number with the source's.");
                session.Show(page, table => table.Table(
                    page.Items,
                    ["number", "state", "status>", "owner", "version>", "acknowledged>", "at"],
                    r => [r.Number, r.State, r.Status, r.Owner ?? Target, r.Version, r.AcknowledgedVersion, r.AcknowledgedAt]));
                session.SayMore(page.Next);
                return ExitCodes.Ok;
            });
    }

    private static Command Trace(GlobalOptions globals)
    {
        var number = new Argument<string>("number") { Description = "The dossier's number (MaHoSo)." };
        return Parts.Verb("trace", "Where a dossier stands, why, and everything that happened to it.", number)
            .Runs(globals, async (session, arguments, cancellationToken) =>
            {
                var trace = await session.Api.TraceAsync(arguments.GetRequiredValue(number), cancellationToken);
                session.Show(trace, table => Write(table, trace));
                return ExitCodes.Ok;
            });
    }

    private static void Write(TableWriter table, RecordTrace trace)
    {
        table.Line($"{trace.Number}: {trace.Answer}");
        table.Line();
        table.Table(trace.Timeline, ["at", "stage", "connector", "what"], s => [s.At, s.Stage, s.Connector, s.What]);
    }
}
