using System.Net.Http.Headers;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Views;
using IntegrationHub.Server;
using IntegrationHub.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>The server's web side on a free port, over views and an engine that are not real.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    public const string Token = "hub_a-token-of-the-test-and-nothing-else";

    private readonly WebApplication app;

    private TestHub(WebApplication app)
    {
        this.app = app;
        Address = app.Address();
        Http = new() { BaseAddress = new(Address) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Stranger = new() { BaseAddress = new(Address) };
    }

    public string Address { get; }

    public HttpClient Http { get; }

    /// <summary>A client without a token.</summary>
    public HttpClient Stranger { get; }

    public IServiceProvider Services => app.Services;

    public FakeViews Views { get; } = new();

    public FakeControl Control { get; } = new();

    public FakeInbox Inbox { get; } = new();

    public static async Task<TestHub> StartAsync(string listen = "http://127.0.0.1:0", Action<IServiceCollection>? services = null)
    {
        var builder = ServerApp.CreateBuilder();
        builder.Logging.ClearProviders();
        TestHub? hub = null;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IHubViews>(_ => hub!.Views).AddSingleton<IReadiness>(_ => hub!.Views);
        builder.Services.AddSingleton<IHubControl>(_ => hub!.Control);
        builder.Services.AddSingleton<ICallbackInbox>(_ => hub!.Inbox);
        builder.Services.AddKeyedSingleton<ISourceConnector, FakeSource>(Samples.Land);
        builder.Services.AddKeyedSingleton<ISourceConnector, PolledSource>("driving-licences");
        services?.Invoke(builder.Services);
        var app = ServerApp.Build(builder, new() { Listen = listen }, new ApiToken(Token));
        await app.StartAsync();
        return hub = new TestHub(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Stranger.Dispose();
        await app.DisposeAsync();
    }
}
