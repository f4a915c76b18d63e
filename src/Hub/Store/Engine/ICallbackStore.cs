using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Store;

/// <summary>The durable journal of callbacks.</summary>
internal interface ICallbackStore
{
    /// <summary>Makes callbacks durable, in their order, all of them or none.</summary>
    Task AppendAsync(IReadOnlyList<Arrival> callbacks, long now);

    Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken);
}
