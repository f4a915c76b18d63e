using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Views;

/// <summary>
/// A connector that the configuration names, registered as a service by the composition root. With problems it is shown and
/// does not run; without, it is there as <see cref="ISourceConnector"/> keyed by its id.
/// </summary>
/// <param name="Manifest">What it says of itself; its lag may be the setting's that overrides it.</param>
/// <param name="Schedule">Its Quartz cron expression: the manifest's, or the setting that overrides it.</param>
/// <param name="Problems">What is wrong with its settings.</param>
public sealed record RegisteredConnector(ConnectorManifest Manifest, string Schedule, IReadOnlyList<SettingProblem> Problems)
{
    public string Id => Manifest.Id;

    /// <summary>Whether it can run.</summary>
    public bool Configured => Problems.Count == 0;
}
