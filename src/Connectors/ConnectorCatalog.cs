using IntegrationHub.Connectors.ConstructionPermits;
using IntegrationHub.Connectors.DrivingLicences;
using IntegrationHub.Connectors.LandRegistry;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors;

/// <summary>Every source connector, one line each. A folder that is missing here fails the build's tests with its name.</summary>
public static class ConnectorCatalog
{
    /// <summary>The connectors, by name.</summary>
    public static IReadOnlyList<IConnectorModule> All { get; } =
    [
        new ConstructionPermitsModule(),
        new DrivingLicencesModule(),
        new LandRegistryModule(),
    ];
}
