using System.Buffers;
using System.Text;
using IntegrationHub.Bench.Processes;

namespace IntegrationHub.Bench.Target;

/// <summary>How the target is to behave.</summary>
/// <param name="Batch">How many items a call may hold.</param>
/// <param name="Delay">How long it takes over a call that writes, besides what it needs.</param>
internal sealed record TargetManners(int Batch, TimeSpan Delay);

/// <summary>
/// A settlement system of the extended profile that keeps everything in memory and answers as fast as it can. While it is shut it
/// refuses whoever signs in, and a hub waits with a full outbox.
/// </summary>
internal sealed class TargetServer(TargetManners manners)
{
    private static readonly byte[] Session = """{"error_code":"0","message":"","session":"bench"}"""u8.ToArray();
    private static readonly byte[] NoService = """{"error_code":"1","message":"no such service here","result":[]}"""u8.ToArray();

    private readonly Held held = new();
    private volatile bool shut;

    private byte[] Abilities => Encoding.UTF8.GetBytes(
        $$"""
        {"error_code":"0","message":"","result":[{"profile":"extended","version":"1","heThong":"bench","moiTruong":"test",
        "maxDossiers":"{{manners.Batch}}","maxProgress":"{{manners.Batch}}"}]}
        """);

    public static Task RunAsync(TargetManners manners, CancellationToken cancellationToken) =>
        ChildServer.RunAsync(app => new TargetServer(manners).Map(app), cancellationToken);

    private void Map(WebApplication app)
    {
        app.MapPost("/auth", http => Reply.SendAsync(http, Session, shut ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK));
        app.MapPost("/service", ServeAsync);
        app.MapGet("/bench/taken", () => held.Taken);
        app.MapPost("/bench/clear", held.Clear);
        app.MapPost("/bench/shut", () => { shut = true; });
        app.MapPost("/bench/open", () => { shut = false; });
    }

    private async Task ServeAsync(HttpContext http)
    {
        var call = await ReadAsync(http.Request);
        switch (call.Service)
        {
            case "KhaNang":
                await Reply.SendAsync(http, Abilities);
                break;
            case "DongBoHoSoMC":
                await Task.Delay(manners.Delay);
                await SendAsync(http, call.Items, held.Take(call.Items));
                break;
            case "CapNhatTienDoHoSoMC":
                await Task.Delay(manners.Delay);
                held.TakeSteps(call.Items.Count);
                await SendAsync(http, call.Items, [.. call.Items.Select(_ => "0")]);
                break;
            default:
                held.Miss();
                await Reply.SendAsync(http, NoService);
                break;
        }
    }

    private static async Task<Call> ReadAsync(HttpRequest request)
    {
        using var body = new PooledBytes();
        while (await request.Body.ReadAsync(body.GetMemory(32 * 1024)) is > 0 and var count)
            body.Advance(count);
        return Call.Read(body.Written.Span);
    }

    private static async Task SendAsync(HttpContext http, IReadOnlyList<Item> items, string[] codes)
    {
        using var answer = new PooledBytes();
        answer.Write("""{"error_code":"0","message":"","result":["""u8);
        for (var i = 0; i < codes.Length; i++)
        {
            Encoding.UTF8.GetBytes(i == 0 ? "{\"MaHoSo\":\"" : ",{\"MaHoSo\":\"", answer);
            Encoding.UTF8.GetBytes(items[i].Number, answer);
            Encoding.UTF8.GetBytes("\",\"error_code\":\"", answer);
            Encoding.UTF8.GetBytes(codes[i], answer);
            answer.Write("\",\"message\":\"\"}"u8);
        }

        answer.Write("]}"u8);
        await Reply.SendAsync(http, answer.Written);
    }
}
