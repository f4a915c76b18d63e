using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

/// <summary>Turns what views and commands give into answers, and says in the API's description what they are.</summary>
internal static class Replies
{
    public static IResult OrNotFound<T>(T? found, string what, string action)
        where T : class => found is null ? Problems.NotFound(what, action) : Results.Ok(found);

    /// <summary>Started, and not waited for: 202 with what was started and where to look.</summary>
    public static async Task<IResult> Started<T>(Reply<long> reply, string path, Func<long, Task<T?>> read)
        where T : class =>
        reply.Succeeded(out var id, out var problem) ? Results.Accepted($"{path}/{id}", await read(id)) : Problems.Of(problem);

    public static IResult Done<T>(Reply<T> reply) =>
        reply.Succeeded(out var value, out var problem) ? Results.Ok(value) : Problems.Of(problem);

    /// <summary>Describes an endpoint: what it answers, and how it may refuse. Without token or ledger every one of them refuses.</summary>
    public static RouteHandlerBuilder Says<T>(
        this RouteHandlerBuilder endpoint, string id, string summary, params ReadOnlySpan<int> refusals) =>
        endpoint.Says<T>(200, id, summary, refusals);

    public static RouteHandlerBuilder Says<T>(
        this RouteHandlerBuilder endpoint, int status, string id, string summary, params ReadOnlySpan<int> refusals)
    {
        endpoint.WithName(id).WithSummary(summary).Produces<T>(status);
        foreach (var refusal in (ReadOnlySpan<int>)[401, .. refusals, 503])
            endpoint.Produces<ApiProblem>(refusal, Problems.ContentType);
        return endpoint;
    }
}
