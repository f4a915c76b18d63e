namespace IntegrationHub.Hub.Leases;

/// <summary>What leases are taken on.</summary>
internal static class Resources
{
    /// <summary>Delivery is cut into so many ranges, by the first bits of the bucket key.</summary>
    public const int Ranges = 64;

    public const string Reconciliation = "reconciliation";

    private const string StreamPrefix = "stream/";

    /// <summary>The stream of a connector: one run at a time.</summary>
    public static string Stream(string connector) => StreamPrefix + connector;

    /// <summary>A range of delivery: one worker at a time.</summary>
    public static string Range(int range) => $"range/{range:00}";
}
