using System.CommandLine;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Commands;

/// <summary><c>hub-server doctor</c>: looks at settings and ledger without a running server and without changing anything.</summary>
internal static class DoctorCommand
{
    private const string StoreKey = $"{Composition.HubSection}:{nameof(HubOptions.Store)}";

    public static Command Create()
    {
        var settings = new SettingsArguments();
        var invariants = new Option<bool>("--invariants") { Description = "Hold the whole ledger against what must always be true of it." };
        var command = settings.AddTo(new Command("doctor", "Look at settings and ledger; changes nothing, and needs no running server."));
        command.Options.Add(invariants);
        command.SetAction((arguments, _) =>
        {
            var composition = settings.Compose(arguments, new ServiceCollection());
            var output = arguments.InvocationConfiguration.Output;
            return Refusal.GuardAsync(() => RunAsync(composition, arguments.GetValue(invariants), output));
        });
        return command;
    }

    private static async Task<int> RunAsync(Composition composition, bool invariants, TextWriter output)
    {
        var sound = Say(output, "settings", composition.Problems.Select(p => p.ToString()));
        if (composition.Problems.Any(p => p.Path == StoreKey))
            return ExitCodes.Error;

        using var ledger = LedgerDatabases.Open(composition.Hub);
        if (!ledger.Exists)
        {
            Say(output, "ledger", [$"{ledger.Name} does not exist yet; hub-server serve or migrate makes it."]);
            return ExitCodes.Error;
        }

        // Of a file that is damaged nothing else can be said.
        if (invariants && !Say(output, "file (the ledger's file is whole)", await ledger.DamageAsync()))
            return ExitCodes.Error;

        var missing = await ledger.MissingMigrationsAsync();
        sound &= Say(output, "migrations", missing.Select(m => $"{m} is missing; run hub-server migrate."));
        foreach (var newer in await ledger.NewerMigrationsAsync())
            output.WriteLine($"note    {newer} is of a newer version; this one works on it, but on nothing that comes after that.");
        if (invariants)
            sound &= await InvariantsAsync(ledger, output);
        return sound ? ExitCodes.Ok : ExitCodes.Error;
    }

    private static async Task<bool> InvariantsAsync(LedgerDatabase ledger, TextWriter output)
    {
        var violations = (await Invariants.CheckAsync(ledger)).ToLookup(v => v.Name, v => v.Found);
        return Invariants.Names.Aggregate(true, (sound, i) => Say(output, $"{i.Name} ({i.Meaning})", violations[i.Name]) && sound);
    }

    private static bool Say(TextWriter output, string what, IEnumerable<string> wrong)
    {
        var found = wrong.ToList();
        output.WriteLine($"{(found.Count == 0 ? "ok    " : "BROKEN")}  {what}");
        found.ForEach(line => output.WriteLine($"        {line}"));
        return found.Count == 0;
    }
}
