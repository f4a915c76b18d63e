using System.Data.Common;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationHub.Server.Api;

/// <summary>
/// The last resort: whatever is thrown becomes a problem, and the log gets the kind of exception and its stack, not its message, which
/// may quote data.
/// </summary>
internal static class Failures
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
        pages.HttpContext.Response.StatusCode is var status && status == 404
            ? Problems.NotFound("such address", "The API is described at /v1/openapi.json.").ExecuteAsync(pages.HttpContext)
            : Problems.Of(status, ReasonPhrases.GetReasonPhrase(status)).ExecuteAsync(pages.HttpContext));

    private static IResult Answer(Exception failure, HttpContext context)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures));
        switch (failure)
        {
            case BadHttpRequestException { StatusCode: 413 }:
                return Problems.Of(413, "Content Too Large");
            case BadHttpRequestException:
                return Problems.BadRequest("request", "a parameter or the body cannot be read; see /v1/openapi.json.");
            case DbException ledger:
                Log.LedgerUnavailable(log, ledger.ErrorCode, context.TraceIdentifier);
                return Problems.LedgerUnavailable();
            default:
                Log.Unhandled(log, failure.GetType().FullName!, context.TraceIdentifier, failure.StackTrace);
                return Problems.Internal();
        }
    }
}
