using System.CommandLine;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Server.Commands;

/// <summary><c>hub-server migrate</c>: brings the ledger's schema up to date, and ends.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var settings = new SettingsArguments();
        var command = settings.AddTo(new Command("migrate", "Bring the ledger's schema up to date, and end. serve does it too."));
        command.SetAction(arguments =>
        {
            var composition = settings.Compose(arguments, new ServiceCollection());
            return Refusal.Of(composition) ?? Refusal.Guard(() =>
            {
                using var ledger = LedgerDatabases.Open(composition.Hub);
                using var held = ledger.Hold();
                ledger.Migrate();
                arguments.InvocationConfiguration.Output.WriteLine($"{ledger.Name} is up to date.");
                return ExitCodes.Ok;
            });
        });
        return command;
    }
}
