using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Tests.Truth;

/// <summary>The hub's end of the land registry's callbacks: a journal in memory.</summary>
internal sealed class LandListener : ICallbackJournal, IAsyncDisposable
{
    private readonly ConcurrentQueue<JournaledCallback> journal = [];
    private readonly WebApplication app;
    private readonly ServiceProvider provider;
    private long last;

    private LandListener()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_SIM_LAND_SECRET", SimulatedSources.LandSecret);
        var module = Bench.ModuleOf("LandRegistry");
        provider = Bench.Register(module, Bench.Settings(module, ("Secret", "env:HUB_TEST_SIM_LAND_SECRET")), journal: this);
        Connector = provider.GetRequiredKeyedService<ISourceConnector>(module.Manifest.Id);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/callbacks/land-registry/{name}", ReceiveAsync);
    }

    public ISourceConnector Connector { get; }

    public static async Task<LandListener> StartAsync(SimulatedSources sources, CancellationToken stop)
    {
        var listener = new LandListener();
        await listener.app.StartAsync(stop);
        await sources.PostAsync("/sim/hub", new { url = listener.app.Urls.First() }, stop);
        return listener;
    }

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JournaledCallback>>(
            [.. journal.Where(callback => callback.Sequence > after).OrderBy(callback => callback.Sequence).Take(limit)]);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await provider.DisposeAsync();
    }

    private async Task<IResult> ReceiveAsync(string name, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var verdict = ((ICallback)Connector).Receive(new(name, body.ToArray()));
        if (verdict is CallbackVerdict.Accept accept)
            journal.Enqueue(new(Interlocked.Increment(ref last), accept.Entry));
        var answer = verdict is CallbackVerdict.Accept taken ? taken.Answer : ((CallbackVerdict.Refuse)verdict).Answer;
        return Results.Text(answer.Json, "application/json", statusCode: answer.StatusCode);
    }
}
