using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Server.Api;

/// <summary>
/// The last resort: whatever is thrown becomes a problem, and the log gets the kind of exception and its stack, not its message, which
/// may quote data.
/// </summary>
internal static partial class Failures
{
    public static void UseFailures(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await Answer(failure, context).ExecuteAsync(context);
        }
    });

    /// <summary>An answer without a body, from routing or binding, becomes a problem too.</summary>
    public static void UseBareStatusProblems(this IApplicationBuilder app) => app.UseStatusCodePages(pages =>
        Bare(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));

    private static IResult Bare(int status) => status switch
    {
        404 => Problems.NotFound("such address", "The API is described at /v1/openapi.json."),
        415 => Problems.NotJson(),
        _ => Problems.Of(status, ReasonPhrases.GetReasonPhrase(status)),
    };

    private static IResult Answer(Exception failure, HttpContext context)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures));
        switch (failure)
        {
            case BadHttpRequestException { StatusCode: 413 }:
                return Problems.Of(413, "Content Too Large");
            case BadHttpRequestException { StatusCode: 415 }:
                return Problems.NotJson();
            case BadHttpRequestException unreadable:
                return Unreadable(unreadable);
            case DbException ledger:
                Log.LedgerUnavailable(log, (ledger as SqliteException)?.SqliteExtendedErrorCode, context.TraceIdentifier);
                return Problems.LedgerUnavailable();
            default:
                Log.Unhandled(log, failure.GetType().FullName!, context.TraceIdentifier, failure.StackTrace);
                return Problems.Internal();
        }
    }

    // The framework tells a member of the body by its path, a parameter only in its words.
    private static IResult Unreadable(BadHttpRequestException failure) => failure.InnerException is JsonException body
        ? Problems.BadRequest(
            (body.Path ?? "").TrimStart('$').Replace('.', '/'), "is unknown here, or its value cannot be read; see /v1/openapi.json.")
        : Problems.BadRequest(
            Parameter().Match(failure.Message) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : "request",
            "its value cannot be read; see /v1/openapi.json.");

    [GeneratedRegex("parameter \"\\S+ (\\w+)\"")]
    private static partial Regex Parameter();
}
