using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
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
        if (parsed.Action is not ParseErrorAction wrong)
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancellationToken);

        // Whoever gave no verb wants to see them; whoever mistyped one wants to read what is wrong, not a screen of help.
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var unknown, ..])
        {
            var known = string.Join(", ", command.Subcommands.Select(verb => verb.Name));
            error.WriteLine($"hub: '{unknown}' is not known here. Known are {known}.");
            return ExitCodes.Usage;
        }

        (wrong.ShowHelp, wrong.ShowTypoCorrections) = (command.Subcommands.Count > 0, false);
        var told = new StringWriter();
        await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = told }, cancellationToken);
        error.WriteLine($"hub: {InPlainWords(told.ToString().Trim())}");
        return ExitCodes.Usage;
    }

    // The parser speaks of types of .NET, and a line for each thing.
    private static string InPlainWords(string error)
    {
        var line = string.Join(' ', error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var numbers = Regex.Replace(line, "as expected type '[^']*Int[0-9]+[^']*'", "as a whole number");
        return Regex.Replace(numbers, "as expected type '[^']*Double[^']*'", "as a number");
    }

    public static RootCommand Create(TimeProvider clock)
    {
        var globals = new GlobalOptions(clock);
        var root = new RootCommand("Operate the integration hub over its API.")
        {
            StatusCommand.Create(globals),
            ConnectorCommands.Create(globals),
            TargetCommands.Create(globals),
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
