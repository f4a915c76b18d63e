using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo;

/// <summary>What the work is done with: the hub, the sources and the target, each behind its client.</summary>
internal sealed record Parts(
    HubApi Hub, SourcesControl Sources, ServiceClient Auditor, Abilities Target, bool WithLandRegistry, bool Simulated = true)
{
    public bool Takes(ConnectorView connector) => WithLandRegistry || connector.Id != Deployment.LandRegistry;
}
