using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.ConstructionPermits;

internal sealed class ConstructionPermitsModule(ConnectorManifest manifest) : IConnectorModule
{
    public ConnectorManifest Manifest => manifest;

    public IReadOnlyList<SettingProblem> Register(IServiceCollection services, IConfigurationSection settings)
    {
        var (options, problems) = ConnectorSettings.Bind<ConstructionPermitsOptions>(settings);
        if (problems.Count == 0)
            services.AddKeyedSingleton<ISourceConnector>(Manifest.Id, new ConstructionPermitsConnector(options));
        return problems;
    }
}
