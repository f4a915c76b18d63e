using System.Globalization;
using System.Text.Json;
using IntegrationHub.Bench.Processes;

namespace IntegrationHub.Bench.Source;

/// <summary>What the source has given since it was last told to count anew.</summary>
internal sealed record Served(long Records, long Calls);

/// <summary>A driving licence system that knows its answers by heart: the wire that the connector speaks, and a count.</summary>
internal sealed class SourceServer(LicencePages pages)
{
    public const string Agency = "H40.21";
    public const string User = "hub";

    private static readonly byte[] Session = """{"error_code":"0","message":"","session":"bench"}"""u8.ToArray();
    private long records;
    private long calls;

    public static Task RunAsync(LicenceCalendar calendar, CancellationToken cancellationToken) => ChildServer.RunAsync(
        app => new SourceServer(new(calendar)).Map(app), cancellationToken);

    private void Map(WebApplication app)
    {
        app.MapPost("/gplx/api/login", http => Reply.SendAsync(http, Session));
        app.MapPost("/gplx/api/DanhSachHoSo", ListAsync);
        app.MapGet("/bench/served", () => new Served(Interlocked.Read(ref records), Interlocked.Read(ref calls)));
        app.MapPost("/bench/clear", () =>
        {
            Interlocked.Exchange(ref records, 0);
            Interlocked.Exchange(ref calls, 0);
        });
    }

    private async Task ListAsync(HttpContext http)
    {
        using var request = await JsonDocument.ParseAsync(http.Request.Body);
        using var answer = new PooledBytes();
        var count = pages.Write(
            Day(request, "ngayNhan1"), Day(request, "ngayNhan2"), Number(request, "trang"), Number(request, "soDong"), answer);
        Interlocked.Increment(ref calls);
        Interlocked.Add(ref records, count);
        await Reply.SendAsync(http, answer.Written);
    }

    private static DateOnly Day(JsonDocument request, string member) =>
        DateOnly.ParseExact(request.RootElement.GetProperty(member).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(JsonDocument request, string member) => request.RootElement.GetProperty(member).GetInt32();
}
