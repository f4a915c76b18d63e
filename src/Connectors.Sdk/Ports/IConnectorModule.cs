using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>How a connector enters the hub: one line in the catalogue. Registering does no I/O.</summary>
public interface IConnectorModule
{
    /// <summary>What the connector says of itself.</summary>
    ConnectorManifest Manifest { get; }

    /// <summary>
    /// Registers the connector as <see cref="ISourceConnector"/> keyed by its id, unless its settings are bad: a bad
    /// connector is not registered, and breaks nothing but itself.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="settings">Its section, <c>Connectors:{id}</c>.</param>
    /// <returns>Everything that is wrong with the settings, at once; empty when all is well.</returns>
    IReadOnlyList<SettingProblem> Register(IServiceCollection services, IConfigurationSection settings);
}
