using System.CommandLine;
using IntegrationHub.Hub.Store.Sqlite;

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
                using var held = LedgerLock.TryTake(composition.StorePath);
                if (held is null)
                    return Refusal.Because(LedgerLock.WhyNot(composition.StorePath));

                using var ledger = new SqliteLedger(composition.StorePath);
                ledger.Migrate();
                arguments.InvocationConfiguration.Output.WriteLine($"{ledger.Path} is up to date.");
                return ExitCodes.Ok;
            });
        });
        return command;
    }
}
