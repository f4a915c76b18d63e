using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class TargetApi
{
    public static void MapTarget(this RouteGroupBuilder v1) =>
        v1.MapPost("/target/resume", Resume)
            .Says<TargetStatus>(
                "resumeTarget",
                "Signs in at the settlement system again after a refusal, takes it as it is now, and lets delivery go on.",
                409);

    private static async Task<IResult> Resume(IHubControl control, IHubViews views, CancellationToken cancellationToken) =>
        await control.ResumeTargetAsync(cancellationToken) is { } problem
            ? Problems.Of(problem)
            : Results.Ok((await views.StatusAsync(cancellationToken)).Target);
}
