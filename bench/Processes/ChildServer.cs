using System.Net;
using System.Text.Json;

namespace IntegrationHub.Bench.Processes;

/// <summary>A server of the bench in a process of its own: on a free port, which it tells, until its parent is gone.</summary>
internal static class ChildServer
{
    public static async Task RunAsync(Action<WebApplication> map, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders()
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port: 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        await using var app = builder.Build();
        map(app);
        await app.StartAsync(cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(new { listening = app.Urls.Single() }));
        _ = EndWithParentAsync(app.Lifetime);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task EndWithParentAsync(IHostApplicationLifetime life)
    {
        await Task.Yield();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null);
        life.StopApplication();
    }
}
