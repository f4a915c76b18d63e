using System.Globalization;

namespace IntegrationHub.Demo;

/// <summary>
/// How often the simulated settlement system misbehaves, a share of calls. Each <c>throttled</c> stops all calls for a second, each
/// <c>unavailable</c> for up to five, each time-out holds one for the attempt's time-out; so these are rarer, or a demonstration would
/// be nothing but waiting.
/// </summary>
internal static class FaultRates
{
    private static readonly (string Name, double Share)[] Rates =
    [
        ("latency", 0.05), ("throttled", 0.001), ("http500", 0.015), ("cutBody", 0.01), ("html", 0.005),
        ("sessionExpired", 0.005), ("timeoutBeforeCommit", 0.001), ("timeoutAfterCommit", 0.002), ("unavailable", 0.0005),
        ("notNow", 0.002),
    ];

    /// <summary>The simulator's arguments.</summary>
    public static IEnumerable<string> Arguments =>
        Rates.SelectMany(
            rate => new[] { "--rate", string.Create(CultureInfo.InvariantCulture, $"{rate.Name}={rate.Share}") });

    public static string Sentence => "faults, share of calls: "
        + string.Join(", ", Rates.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.Name} {rate.Share:0.0# %}")));
}
