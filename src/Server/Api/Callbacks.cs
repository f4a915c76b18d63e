using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

/// <summary>
/// Where sources call the hub. No token: each connector checks its source's own secret. Answered only after the callback is durable.
/// </summary>
internal static class Callbacks
{
    public const int LargestBody = 1 << 20;

    public static void MapCallbacks(this IEndpointRouteBuilder app) =>
        app.MapPost("/callbacks/{connector}/{name}", Receive).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Receive(
        string connector, string name, HttpRequest request, ICallbackInbox inbox, ILoggerFactory loggers)
    {
        var services = request.HttpContext.RequestServices;
        if (services.GetKeyedService<ISourceConnector>(connector) is not ICallback source)
            return services.GetServices<RegisteredConnector>().Any(c => c.Id == connector && !c.Configured)
                ? Problems.NotReady(connector)
                : Problems.NotFound($"connector '{connector}' that takes callbacks", "Compare the address with the connector's id.");

        var log = loggers.CreateLogger(typeof(Callbacks));
        var aborted = request.HttpContext.RequestAborted;
        var body = await ReadAsync(request);
        switch (source.Receive(new(name, body)))
        {
            case CallbackVerdict.Accept accept when await inbox.JournalAsync(connector, accept.Entry, aborted):
                return Answer(accept.Answer);
            case CallbackVerdict.Refuse refuse:
                Log.CallbackRefused(log, connector, name, refuse.Reason);
                return Answer(refuse.Answer);
            default:
                Log.CallbackUnavailable(log, connector, name);
                return Answer(source.Unavailable);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private static IResult Answer(CallbackAnswer answer) => Results.Text(answer.Json, "application/json", statusCode: answer.StatusCode);
}
