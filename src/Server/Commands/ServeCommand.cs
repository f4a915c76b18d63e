using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using IntegrationHub.Server.Security;

namespace IntegrationHub.Server.Commands;

/// <summary><c>hub-server serve</c>: the engine, the API, the callbacks and the status page, until it is told to end.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var settings = new SettingsArguments();
        var dieWithParent = new Option<bool>("--die-with-parent")
        {
            Description = "End when standard input ends, so that a killed parent leaves no orphan.",
        };
        var command = settings.AddTo(new Command("serve", "Run the hub until it is told to end."));
        command.Options.Add(dieWithParent);
        command.SetAction((arguments, cancellationToken) =>
        {
            var builder = ServerApp.CreateBuilder();
            var composition = settings.Compose(arguments, builder.Services);
            return Refusal.Of(composition) is { } refused
                ? Task.FromResult(refused)
                : Refusal.GuardAsync(() => RunAsync(builder, composition, arguments.GetValue(dieWithParent), cancellationToken));
        });
        return command;
    }

    private static async Task<int> RunAsync(
        WebApplicationBuilder builder, Composition composition, bool dieWithParent, CancellationToken cancellationToken)
    {
        using var ledger = LedgerDatabases.Open(composition.Hub);
        using var held = ledger.Hold();
        var tokenFile = composition.Server.TokenPath(composition.Folder);
        await using var app = ServerApp.Build(builder, composition.Server, ApiToken.LoadOrCreate(tokenFile));
        await app.Services.StartHubAsync(cancellationToken);
        await app.Services.GetRequiredService<LedgerViews>().MarkStartAsync();
        await app.StartAsync(cancellationToken);
        Announce(app, composition, tokenFile);
        if (dieWithParent)
            _ = EndWithParentAsync(app);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Ok;
    }

    private static void Announce(WebApplication app, Composition composition, string tokenFile)
    {
        var address = app.Address();
        System.Console.Out.WriteLine($$"""{"listening":{{JsonSerializer.Serialize(address)}}}""");
        System.Console.Out.Flush();

        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ServeCommand));
        Log.Listening(log, ViewsServices.Version, address, tokenFile);
        if (!composition.Server.LoopbackOnly)
            Log.ListensWithoutTls(log, address);
        foreach (var connector in composition.Connectors)
            foreach (var problem in connector.Problems)
                Log.ConnectorMisconfigured(log, connector.Id, problem.ToString());
    }

    private static async Task EndWithParentAsync(WebApplication app)
    {
        await using var input = System.Console.OpenStandardInput();
        var ignored = new byte[256];
        while (await input.ReadAsync(ignored) > 0)
        {
            // Whatever the parent says does not matter; its end does.
        }

        Log.ParentGone(app.Logger);
        app.Lifetime.StopApplication();
    }
}
