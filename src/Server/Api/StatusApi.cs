using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Api;

internal static class StatusApi
{
    public static void MapStatus(this RouteGroupBuilder v1)
    {
        v1.MapGet("/status", (IHubViews views, CancellationToken cancellationToken) => views.StatusAsync(cancellationToken))
            .Says<HubStatus>("getStatus", "What needs a person, whether anything is lost, how the hub runs.");

        v1.MapGet("/activity", (IHubViews views, CancellationToken cancellationToken) => views.ActivityAsync(cancellationToken))
            .Says<HubActivity>("getActivity", "Whether anything is under way; cheap to ask often.");
    }
}
