using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace IntegrationHub.Connectors.DrivingLicences;

internal sealed class DrivingLicencesModule(ConnectorManifest manifest) : IConnectorModule
{
    public ConnectorManifest Manifest => manifest;

    public IReadOnlyList<SettingProblem> Register(IServiceCollection services, IConfigurationSection settings)
    {
        var (options, problems) = ConnectorSettings.Bind<DrivingLicencesOptions>(settings);
        if (problems.Count == 0)
        {
            services.AddRefitGeneratedClient<IDrivingLicencesApi>(DrivingLicencesJson.Default)
                .ForOneHost(options.Address!, options.Timeout);
            services.AddKeyedSingleton<ISourceConnector>(Manifest.Id, (provider, _) => new DrivingLicencesConnector(
                provider.GetRequiredService<IDrivingLicencesApi>(), options, provider.GetRequiredService<TimeProvider>()));
        }

        return problems;
    }
}
