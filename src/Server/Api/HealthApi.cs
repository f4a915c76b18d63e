using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

/// <summary>For supervisors: alive (the process answers), ready (the ledger can be used and belongs to this target).</summary>
internal static class HealthApi
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/livez", Methods, () => Results.Text("alive\n")).AllowAnonymous().ExcludeFromDescription();
        app.MapMethods("/readyz", Methods, Ready).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(IReadiness readiness) =>
        await readiness.WhyNotAsync() is { } reason ? Results.Text($"not ready: {reason}\n", statusCode: 503) : Results.Text("ready\n");
}
