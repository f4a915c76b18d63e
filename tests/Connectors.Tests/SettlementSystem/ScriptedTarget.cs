using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>A call that the scripted target received.</summary>
internal sealed record ReceivedCall(string Path, string Service, string Body, string? ContentLength);

/// <summary>A settlement system that answers as it is told, over real HTTP.</summary>
internal sealed class ScriptedTarget : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Reaction>> script = new();
    private readonly ConcurrentDictionary<string, Reaction> last = new();
    private readonly Lock sync = new();
    private readonly List<(Func<bool> Holds, TaskCompletionSource Met)> waiting = [];
    private int sessions;

    private ScriptedTarget(WebApplication app) => this.app = app;

    public ConcurrentQueue<ReceivedCall> Calls { get; } = new();

    public Uri Address => new(app.Urls.First());

    public static async Task<ScriptedTarget> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var target = new ScriptedTarget(builder.Build());
        target.app.Run(target.AnswerAsync);
        await target.app.StartAsync();
        return target.On("auth", Reactions.Session).On("KhaNang", Reactions.Extended());
    }

    /// <summary>How to react to a service (or to <c>auth</c>): one reaction after the other, the last one for ever.</summary>
    public ScriptedTarget On(string service, params Reaction[] reactions)
    {
        script[service] = new(reactions);
        last[service] = reactions[^1];
        return this;
    }

    public int Count(string service) => Calls.Count(call => call.Service == service);

    /// <summary>Completes as soon as a service has been called so often.</summary>
    public Task CalledAsync(string service, int times)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (sync)
            waiting.Add((() => Count(service) >= times, met));
        Tell();
        return met.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    public string NextSession() => $"session-{Interlocked.Increment(ref sessions)}";

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        using var json = JsonDocument.Parse(body);
        var service = context.Request.Path.Value!.EndsWith("/auth", StringComparison.Ordinal) ? "auth" : json.RootElement.GetProperty("service").GetString()!;
        var length = context.Request.Headers.ContentLength?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Calls.Enqueue(new(context.Request.Path, service, body, length));
        Tell();
        var reaction = script[service].TryDequeue(out var next) ? next : last[service];
        await reaction(this, context, json.RootElement);
    }

    private void Tell()
    {
        lock (sync)
            foreach (var (_, met) in waiting.Where(one => one.Holds()))
                met.TrySetResult();
    }
}

/// <summary>What the scripted target does with a call.</summary>
internal delegate Task Reaction(ScriptedTarget target, HttpContext context, JsonElement request);
