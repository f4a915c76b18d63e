using System.CommandLine;
using System.CommandLine.Invocation;
using IntegrationHub.Cli.Commands;

namespace IntegrationHub.Cli;

/// <summary>The command line of <c>hub</c>: <c>hub NOUN VERB</c>.</summary>
internal static class HubCommand
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter error,
        TimeProvider clock,
        CancellationToken cancellationToken = default)
    {
        var parsed = Create(clock).Parse(arguments);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancellationToken);
        return parsed.Action is ParseErrorAction ? ExitCodes.Usage : exitCode;
    }

    public static RootCommand Create(TimeProvider clock)
    {
        var globals = new GlobalOptions(clock);
        var root = new RootCommand("Operate the integration hub over its API.")
        {
            StatusCommand.Create(globals),
            ConnectorCommands.Create(globals),
            RunCommands.Create(globals),
            RecordCommands.Create(globals),
            QuarantineCommands.Create(globals),
            DeadCommands.Create(globals),
            ReconcileCommands.Create(globals),
            VersionCommand.Create(globals),
        };
        foreach (var option in globals.All)
            root.Options.Add(option);
        return root;
    }
}
