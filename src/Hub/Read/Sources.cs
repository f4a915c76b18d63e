using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Hub.Read;

/// <summary>The connectors that can run. One that is misconfigured is not among them, and breaks nothing but itself.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, RegisteredConnector> registered;
    private readonly Dictionary<string, Source> byId;

    public Sources(IEnumerable<RegisteredConnector> connectors, IServiceProvider services)
    {
        registered = connectors.ToDictionary(c => c.Id);
        byId = registered.Values.Where(c => c.Configured).ToDictionary(
            c => c.Id,
            c => new Source(c.Manifest, services.GetRequiredKeyedService<ISourceConnector>(c.Id), c.Schedule));
    }

    public IEnumerable<Source> All => byId.Values;

    public Source? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>A connector that the configuration names, whether it can run or not.</summary>
    public RegisteredConnector? Registered(string id) => registered.GetValueOrDefault(id);
}
