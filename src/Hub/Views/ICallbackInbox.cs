using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Views;

/// <summary>Where callbacks come in. The caller answers the source only after the entry is durable.</summary>
public interface ICallbackInbox
{
    /// <summary>Journals a callback; a repetition is journaled too, or is known already: both are durable.</summary>
    /// <returns>Whether it is durable; false when the store cannot be written now.</returns>
    Task<bool> JournalAsync(string connector, CallbackEntry entry, CancellationToken cancellationToken);
}
