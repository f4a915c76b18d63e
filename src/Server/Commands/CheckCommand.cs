using System.CommandLine;
using IntegrationHub.Connectors;
using IntegrationHub.Contracts;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Server.Commands;

/// <summary>
/// <c>hub-server check</c>: everything that is wrong with the settings, at once, without touching source, target or ledger.
/// </summary>
internal static class CheckCommand
{
    private const int ShownCodes = 3;

    public static Command Create()
    {
        var settings = new SettingsArguments();
        var command = settings.AddTo(new Command("check", "Check the settings: every problem at once, with its path. Touches nothing."));
        command.SetAction(arguments => Run(settings.Compose(arguments, new ServiceCollection()), arguments.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(Composition composition, TextWriter output)
    {
        foreach (var problem in composition.Problems)
            output.WriteLine(problem);
        if (composition.Problems.Count > 0)
        {
            output.WriteLine(composition.Problems.Count == 1 ? "1 problem." : $"{composition.Problems.Count} problems.");
            return ExitCodes.Usage;
        }

        foreach (var module in ConnectorCatalog.All)
            output.WriteLine($"{module.Manifest.Id}: {composition.Connectors.FirstOrDefault(c => c.Id == module.Manifest.Id) switch
            {
                { } connector => $"runs at {connector.Schedule}",
                null => "switched off or not configured, does not run",
            }}");
        foreach (var list in CodeLists.Unconfirmed.GroupBy(code => code.List))
        {
            var shown = string.Join(", ", list.Take(ShownCodes).Select(code => code.Entry.Code)) + (list.Count() > ShownCodes ? ", …" : "");
            output.WriteLine(
                $"warning: {list.Key}.csv: {list.Count()} codes are not confirmed by an official source and are sent as they are; "
                + $"{BeforeProduction(list.First().Entry)} ({shown})");
        }

        using (var ledger = LedgerDatabases.Open(composition.Hub))
            output.WriteLine($"store: {ledger.Name}");
        output.WriteLine($"listens on: {composition.Server.Listen}");
        output.WriteLine("No problems.");
        return ExitCodes.Ok;
    }

    private static string BeforeProduction(CodeEntry entry) => entry.Confidence is Confidence.Assumed
        ? "replace them before production"
        : "hold them against the official table before production";
}
