namespace IntegrationHub.Hub.Views;

/// <summary>
/// Whether the hub can do its work: the ledger answers, has every migration, and belongs to this target. A source or target that is
/// down does not matter.
/// </summary>
public interface IReadiness
{
    /// <summary>The reason why it cannot, without detail that outsiders need not know; null when it can.</summary>
    Task<string?> WhyNotAsync();
}
