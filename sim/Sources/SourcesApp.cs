using System.Net;
using IntegrationHub.Sim.Sources.Callbacks;
using IntegrationHub.Sim.Sources.Control;
using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Gplx;
using IntegrationHub.Sim.Sources.Live;
using IntegrationHub.Sim.Sources.Waves;

namespace IntegrationHub.Sim.Sources;

/// <summary>Puts the program together; tests start it in their own process.</summary>
internal static class SourcesApp
{
    /// <summary>The program, or null and the reason why the clock or the folder cannot be used.</summary>
    public static WebApplication? TryBuild(SourcesOptions options, TimeProvider clock, out string refusal)
    {
        refusal = WorkClock.Refusal(clock.GetUtcNow()) ?? "";
        if (refusal.Length > 0)
            return null;
        try
        {
            return Build(options);
        }
        catch (OtherWorldException e)
        {
            refusal = e.Message;
            return null;
        }
    }

    public static WebApplication Build(SourcesOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        AddServices(builder.Services, options);
        var app = builder.Build();
        app.Services.GetRequiredService<Simulation>();
        app.MapGplx();
        app.MapControl(options.Live);
        return app;
    }

    private static void AddServices(IServiceCollection services, SourcesOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Simulation.Open(options.State, options.Census));
        services.AddSingleton(_ => new Sessions(options.GplxUser, options.GplxPassword));
        services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.InFlight, UseProxy = false }));
        services.AddSingleton(with => new Hub(
            with.GetRequiredService<HttpClient>(), with.GetRequiredService<Simulation>().State, options.Hub));
        services.AddSingleton(new PushManners(options.InFlight, options.LandSecret, options.GiveUpAfter));
        services.AddSingleton<CallbackPusher>();
        services.AddSingleton<Trickle>();
        services.AddHostedService(with => with.GetRequiredService<Trickle>());
    }
}
