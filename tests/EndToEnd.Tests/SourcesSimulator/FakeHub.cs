using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

internal sealed record Received(string Name, string Body)
{
    public string SoBienNhan => (string)JsonNode.Parse(Body)![nameof(SoBienNhan)]!;
}

/// <summary>A hub that takes callbacks, or does what the test tells it to.</summary>
internal sealed class FakeHub : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> received = [];
    private int calls;

    private FakeHub(Func<int, int> statusOfCall)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/callbacks/land-registry/{name}", async (string name, HttpRequest request, HttpResponse response) =>
        {
            var body = await new StreamReader(request.Body).ReadToEndAsync();
            var status = statusOfCall(Interlocked.Increment(ref calls));
            if (status == 200) received.Enqueue(new(name, body));
            response.StatusCode = status;
            await response.WriteAsJsonAsync(new { Result = status == 200 ? 1 : 0, Message = "" }, new System.Text.Json.JsonSerializerOptions());
        });
    }

    public Uri Address => new(app.Urls.First());

    public IReadOnlyList<Received> Received => [.. received];

    public int Calls => calls;

    public static async Task<FakeHub> StartAsync(Func<int, int>? statusOfCall = null)
    {
        var hub = new FakeHub(statusOfCall ?? (_ => (int)HttpStatusCode.OK));
        await hub.app.StartAsync();
        return hub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
