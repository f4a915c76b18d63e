using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class ConnectorsApi
{
    private const int LongestReason = 200;
    private const string ListThem = "List them: hub connector list, or GET /v1/connectors.";

    public static void MapConnectors(this RouteGroupBuilder v1)
    {
        v1.MapGet("/connectors", (IHubViews views, CancellationToken cancellationToken) => views.ConnectorsAsync(cancellationToken))
            .Says<IReadOnlyList<ConnectorView>>("listConnectors", "The connectors that the configuration names.");

        v1.MapGet("/connectors/{id}", Describe)
            .Says<ConnectorDetail>("getConnector", "A connector with its manifest, problems and last runs.", 404);

        v1.MapPost("/connectors/{id}/check", async (string id, IHubControl control, CancellationToken cancellationToken) =>
                Replies.Done(await control.CheckAsync(id, cancellationToken)))
            .Says<CheckResult>(
                "checkConnector", "Tries whether the source can be reached with the given credentials and rights.", 404, 409);

        v1.MapPost("/connectors/{id}/pause", Pause)
            .Says<ConnectorDetail>("pauseConnector", "Pauses a connector until it is resumed.", 400, 404, 409);

        v1.MapPost("/connectors/{id}/resume", Resume)
            .Says<ConnectorDetail>("resumeConnector", "Lets a paused connector run again.", 404, 409);
    }

    private static async Task<IResult> Describe(string id, IHubViews views, CancellationToken cancellationToken) =>
        Replies.OrNotFound(await views.ConnectorAsync(id, cancellationToken), $"connector '{id}'", ListThem);

    private static async Task<IResult> Pause(
        string id, PauseRequest request, IHubControl control, IHubViews views, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestReason)
            return Problems.BadRequest("/reason", $"say why, in 1-{LongestReason} characters.");
        return await control.PauseAsync(id, request.Reason.Trim(), cancellationToken) is { } problem
            ? Problems.Of(problem)
            : await Describe(id, views, cancellationToken);
    }

    private static async Task<IResult> Resume(string id, IHubControl control, IHubViews views, CancellationToken cancellationToken) =>
        await control.ResumeAsync(id, cancellationToken) is { } problem
            ? Problems.Of(problem)
            : await Describe(id, views, cancellationToken);
}
