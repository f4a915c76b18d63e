using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.LandRegistry;

internal sealed class LandRegistryModule(ConnectorManifest manifest) : IConnectorModule
{
    public ConnectorManifest Manifest => manifest;

    public IReadOnlyList<SettingProblem> Register(IServiceCollection services, IConfigurationSection settings)
    {
        var (options, problems) = ConnectorSettings.Bind<LandRegistryOptions>(settings);
        if (problems.Count == 0)
            services.AddKeyedSingleton<ISourceConnector>(Manifest.Id, (provider, _) => new LandRegistryConnector(
                Manifest.Id, provider.GetRequiredService<ICallbackJournal>(), options));
        return problems;
    }
}
