using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>The ways in which a target answers, good and bad.</summary>
internal static class Reactions
{
    public static readonly Reaction Session = (target, context, _) =>
        WriteAsync(context, $$"""{"error_code":"0","message":"","session":"{{target.NextSession()}}"}""");

    public static readonly Reaction Accept = Json("""{"error_code":"0","message":"","result":[]}""");

    /// <summary>Accepts every item of an extended call.</summary>
    public static readonly Reaction AcceptItems = Items(_ => "0");

    public static readonly Reaction Html = (_, context, _) =>
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html><body>Please sign in</body></html>");
    };

    /// <summary>Announces more than it sends, then drops the connection.</summary>
    public static readonly Reaction Cut = async (_, context, _) =>
    {
        context.Response.ContentLength = 4000;
        await context.Response.WriteAsync("""{"error_code":"0","mess""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Half an answer that ends as if it were whole.</summary>
    public static readonly Reaction Half = Json("""{"error_code":"0","message":"","result":[""");

    public static readonly Reaction Reset = (_, context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public static readonly Reaction Hang = (_, context, _) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public static Reaction Extended(int maxDossiers = 1000, int maxProgress = 1000, string system = "mau", string environment = "test") => Json(
        """{"error_code":"0","message":"","result":["""
        + $$"""{"profile":"extended","version":"1","heThong":"{{system}}","moiTruong":"{{environment}}","""
        + $"\"maxDossiers\":\"{maxDossiers}\",\"maxProgress\":\"{maxProgress}\"}}]}}");

    public static Reaction Code(string code, string message = "") => Json($$"""{"error_code":"{{code}}","message":"{{message}}","result":[]}""");

    public static Reaction Json(string json) => (_, context, _) => WriteAsync(context, json);

    public static Reaction Status(int status, string? retryAfter = null, string? date = null) => (_, context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (date is not null)
            context.Response.Headers.Date = date;
        return context.Response.WriteAsync("a text of the gateway");
    };

    /// <summary>Answers each item with the code that its number gets.</summary>
    public static Reaction Items(Func<string, string> code) => (_, context, request) =>
    {
        var rows = request.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("MaHoSo").GetString()!)
            .Select(number => $$"""{"MaHoSo":"{{number}}","error_code":"{{code(number)}}","message":""}""");
        return WriteAsync(context, $$"""{"error_code":"0","message":"","result":[{{string.Join(',', rows)}}]}""");
    };

    /// <summary>Reacts in one way or another, by what it is asked.</summary>
    public static Reaction When(Func<JsonElement, bool> condition, Reaction then, Reaction otherwise) => (target, context, request) =>
        (condition(request) ? then : otherwise)(target, context, request);

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
