using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class RunsApi
{
    public static void MapRuns(this RouteGroupBuilder v1)
    {
        v1.MapPost("/runs", Start)
            .Says<RunView>(202, "startRun", "Starts a run; its end is not waited for.", 400, 404, 409);

        v1.MapGet("/runs", (string? connector, [AsParameters] PageQuery page, IHubViews views, CancellationToken cancellationToken) =>
                page.Read(p => views.RunsAsync(connector, p, cancellationToken)))
            .Says<Page<RunView>>("listRuns", "Runs, the newest first.", 400);

        v1.MapGet("/runs/{id:long}", async (long id, IHubViews views, CancellationToken cancellationToken) =>
                Replies.OrNotFound(await views.RunAsync(id, cancellationToken), $"run {id}", "List them: hub run list, or GET /v1/runs."))
            .Says<RunDetail>("getRun", "A run with its receipts and what became of what it accepted.", 404);
    }

    private static async Task<IResult> Start(
        StartRunRequest request, IHubControl control, IHubViews views, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Connector))
            return Problems.BadRequest("/connector", "say which connector to run.");
        var started = await control.StartRunAsync(request.Connector, cancellationToken);
        return await Replies.Started(started, "/v1/runs", async id => (await views.RunAsync(id, cancellationToken))?.Run);
    }
}
