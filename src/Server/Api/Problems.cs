using System.Diagnostics;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

/// <summary>Every way the API says no: what, where, what to do. Never a personal value, never a stack.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    private const string Urn = "urn:integrationhub:error:";

    public static IResult NotFound(string what, string action) =>
        new ProblemResult(404, "not-found", "Not found", $"There is no {what}.", action);

    public static IResult NotReady(string connector) => new ProblemResult(
        503,
        "connector-not-ready",
        "Connector not ready",
        $"The settings of '{connector}' are wrong, so it takes nothing in.",
        "Call again later; the hub's operators see what is wrong in its list of connectors.",
        Retryable: true);

    public static IResult NotAuthorised() => new ProblemResult(
        401,
        "not-authorised",
        "Not authorised",
        "The request has no token, or not this server's.",
        "Send Authorization: Bearer TOKEN; the token is in the server's token file (Server:TokenFile).");

    public static IResult HostNotAllowed() => new ProblemResult(
        421,
        "host-not-allowed",
        "Misdirected request",
        "This server listens on its own machine and answers to that machine's names only: 127.0.0.1, localhost.",
        "Call it by one of these; a proxy before it must send Host 127.0.0.1:PORT.");

    public static IResult BadRequest(string pointer, string message) => new ProblemResult(
        400,
        "bad-request",
        "Bad request",
        $"{(pointer.Length > 0 ? pointer : "The body")}: {message}",
        "Mend the request.",
        Errors: [new() { Pointer = pointer, Message = message }]);

    public static IResult NotJson() => new ProblemResult(
        415,
        "unsupported-media-type",
        "Unsupported Media Type",
        "The body does not say that it is JSON.",
        "Send it with Content-Type: application/json.");

    public static IResult Internal() => new ProblemResult(
        500,
        "internal-error",
        "Internal error",
        "The server failed on this request.",
        "Look into its log for the trace id.",
        Retryable: true);

    public static IResult LedgerUnavailable() => new ProblemResult(
        503,
        "ledger-unavailable",
        "Ledger unavailable",
        "The ledger cannot be read or written now.",
        "Look at /readyz and the disk; then try again.",
        Retryable: true);

    public static IResult Of(int status, string title) => new ProblemResult(
        status,
        title.ToLowerInvariant().Replace(' ', '-'),
        title,
        $"The request was refused: {title}.",
        "Mend the request; the API is described at /v1/openapi.json.");

    public static IResult Of(CommandProblem problem) => problem.Kind is ProblemKind.NotFound
        ? new ProblemResult(404, problem.Code, "Not found", problem.Detail, problem.Action)
        : new ProblemResult(409, problem.Code, "Conflict", problem.Detail, problem.Action);

    /// <summary>The kind of problem as a name that stays the same; there is no page behind it.</summary>
    public static string TypeOf(string code) => Urn + code;
}

/// <summary>A problem as an answer (RFC 9457).</summary>
internal sealed record ProblemResult(
    int Status,
    string Code,
    string Title,
    string Detail,
    string Action,
    bool Retryable = false,
    IReadOnlyList<ApiProblemItem>? Errors = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var traceId = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        var problem = new ApiProblem(Problems.TypeOf(Code), Title, Status, Code, Detail, Action, traceId, Retryable, Errors);
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(problem, HubApiJson.Default.ApiProblem, Problems.ContentType);
    }
}
