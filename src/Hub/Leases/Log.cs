using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Leases;

/// <summary>What is logged of leases.</summary>
internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Warning, "The lease on {Resource} (epoch {Epoch}) is lost; what is done under it ends")]
    public static partial void LeaseLost(ILogger logger, string resource, long epoch);

    [LoggerMessage(1102, LogLevel.Warning, "The lease on {Resource} could not be given back; it ends by itself")]
    public static partial void LeaseNotGivenBack(ILogger logger, string resource, Exception failure);

    [LoggerMessage(1103, LogLevel.Information, "Range {Range} was taken over; the rows of {Attempts} open attempts are asked about first")]
    public static partial void RangeTakenOver(ILogger logger, int range, int attempts);

    [LoggerMessage(1104, LogLevel.Error, "The ledger could not be told that this node lives; it is told again")]
    public static partial void BeatFailed(ILogger logger, Exception failure);

    [LoggerMessage(1105, LogLevel.Warning, "The ledger could not be told that this node ends; its leases end by themselves")]
    public static partial void NotLeft(ILogger logger, Exception failure);

    [LoggerMessage(1106, LogLevel.Warning, "This machine's clock is {Seconds} s ahead of the database's; set it right")]
    public static partial void ClockIsOff(ILogger logger, double seconds);

    [LoggerMessage(1107, LogLevel.Warning, "A run of {Connector} was left by another process; it is taken over")]
    public static partial void RunTakenOver(ILogger logger, string connector);

    [LoggerMessage(1108, LogLevel.Warning, "{Connector} should have run at {Due:O} and did not; it runs now")]
    public static partial void RunMissed(ILogger logger, string connector, DateTimeOffset due);

    [LoggerMessage(1109, LogLevel.Error, "The watchdog could not look; it looks again")]
    public static partial void WatchFailed(ILogger logger, Exception failure);
}
