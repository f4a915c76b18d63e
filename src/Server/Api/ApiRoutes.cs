namespace IntegrationHub.Server.Api;

/// <summary>The API of operators and their programs. Everything in it wants the token.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var v1 = app.MapGroup("/v1").RequireAuthorization();
        v1.MapGroup("").WithTags("status").MapStatus();
        v1.MapGroup("").WithTags("connectors").MapConnectors();
        v1.MapGroup("").WithTags("target").MapTarget();
        v1.MapGroup("").WithTags("runs").MapRuns();
        v1.MapGroup("").WithTags("records").MapRecords();
        v1.MapGroup("").WithTags("quarantine").MapQuarantine();
        v1.MapGroup("").WithTags("dead").MapDead();
        v1.MapGroup("").WithTags("reconciliations").MapReconciliations();
        v1.MapOpenApi("/openapi.json");
    }
}
