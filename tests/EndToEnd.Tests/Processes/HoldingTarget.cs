using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Tests.Processes;

/// <summary>A settlement system over HTTP that holds every writing call until it is told to answer.</summary>
internal sealed class HoldingTarget : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TaskCompletionSource answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int writes;

    private HoldingTarget(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>Writing calls that have come in.</summary>
    public int Writes => Volatile.Read(ref writes);

    /// <summary>What it holds.</summary>
    public ConcurrentDictionary<string, bool> Dossiers { get; } = [];

    public static async Task<HoldingTarget> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var target = new HoldingTarget(builder.Build());
        target.app.Run(target.AnswerAsync);
        await target.app.StartAsync();
        return target;
    }

    public void Answer() => answers.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Answer();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var call = await JsonDocument.ParseAsync(context.Request.Body);
        var answer = context.Request.Path == "/auth" ? Session : await ServeAsync(call.RootElement, context.RequestAborted);
        await JsonSerializer.SerializeAsync(context.Response.Body, answer, JsonSerializerOptions.Default, context.RequestAborted);
    }

    private static object Session => new { error_code = "0", message = "", session = "s" };

    private Task<object> ServeAsync(JsonElement call, CancellationToken gone) => call.GetProperty("service").GetString() switch
    {
        "KhaNang" => Task.FromResult(Accepted(Abilities)),
        "DongBoHoSoMC" or "CapNhatTienDoHoSoMC" => HoldAsync([.. Numbers(call)], gone),
        var other => throw new InvalidOperationException($"It is not made for {other}."),
    };

    private async Task<object> HoldAsync(string[] numbers, CancellationToken gone)
    {
        Interlocked.Increment(ref writes);
        await answers.Task.WaitAsync(gone);
        foreach (var number in numbers)
            Dossiers[number] = true;
        return Accepted([.. numbers.Select(number => new { MaHoSo = number, error_code = "0", message = "" })]);
    }

    private static IEnumerable<string> Numbers(JsonElement call) =>
        call.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("MaHoSo").GetString()!);

    private static object Accepted(params object[] rows) => new { error_code = "0", message = "", result = rows };

    private static object Abilities => new
    {
        profile = "extended",
        version = "1",
        heThong = "holding",
        moiTruong = "test",
        maxDossiers = "1000",
        maxProgress = "1000",
    };
}
