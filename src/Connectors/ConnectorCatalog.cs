using IntegrationHub.Connectors.ConstructionPermits;
using IntegrationHub.Connectors.DrivingLicences;
using IntegrationHub.Connectors.LandRegistry;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors;

/// <summary>Every source connector, one line each. A folder that is missing here fails the build's tests with its name.</summary>
public static class ConnectorCatalog
{
    /// <summary>The connectors, by name. One with a broken manifest is among them, and says so where its settings are checked.</summary>
    public static IReadOnlyList<IConnectorModule> All { get; } =
    [
        Read("ConstructionPermits", static manifest => new ConstructionPermitsModule(manifest)),
        Read("DrivingLicences", static manifest => new DrivingLicencesModule(manifest)),
        Read("LandRegistry", static manifest => new LandRegistryModule(manifest)),
    ];

    private static IConnectorModule Read(string folder, Func<ConnectorManifest, IConnectorModule> create)
    {
        var (manifest, problems) = ManifestReader.Embedded(typeof(ConnectorCatalog).Assembly, folder);
        return manifest is null ? new BrokenModule(folder, problems) : create(manifest);
    }
}
