using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Hub.Read;

/// <summary>The connectors that can run. One that is misconfigured is not here, and breaks nothing but itself.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, Source> byId;

    public Sources(IEnumerable<RegisteredConnector> connectors, IServiceProvider services) =>
        byId = connectors.Where(c => c.Configured).ToDictionary(
            c => c.Id,
            c => new Source(c.Manifest, services.GetRequiredKeyedService<ISourceConnector>(c.Id), c.Schedule));

    public IEnumerable<Source> All => byId.Values;

    public Source? Find(string id) => byId.GetValueOrDefault(id);
}
