namespace IntegrationHub.Server.Api;

/// <summary>The API of operators and their programs. Everything in it wants the token.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var v1 = app.MapGroup("/v1").RequireAuthorization();
        v1.MapStatus();
        v1.MapConnectors();
        v1.MapRuns();
        v1.MapRecords();
        v1.MapQuarantine();
        v1.MapDead();
        v1.MapReconciliations();
        v1.MapOpenApi("/openapi.json");
    }
}
