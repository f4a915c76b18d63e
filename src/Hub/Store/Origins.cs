namespace IntegrationHub.Hub.Store;

/// <summary>The ways into the outbox.</summary>
internal static class Origins
{
    public const string Source = "source";
    public const string Quarantine = "quarantine";
    public const string Repair = "repair";
}
