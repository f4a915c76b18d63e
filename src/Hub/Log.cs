using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub;

/// <summary>What the hub logs: counts, ids and codes; never a payload.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Run {Run} of {Connector} ended: {State}")]
    public static partial void RunEnded(ILogger logger, long run, string connector, string state);

    [LoggerMessage(1002, LogLevel.Warning, "Run {Run} of {Connector} met {Fault}: {Message}")]
    public static partial void RunFault(ILogger logger, long run, string connector, string fault, string message);

    [LoggerMessage(1003, LogLevel.Error, "Run {Run} of {Connector} failed")]
    public static partial void RunFailed(ILogger logger, long run, string connector, Exception failure);

    [LoggerMessage(1004, LogLevel.Error, "Delivery failed; it goes on by itself")]
    public static partial void DeliveryFailed(ILogger logger, Exception failure);

    [LoggerMessage(1005, LogLevel.Information, "Reconciliation {Id} by {Mode} ended: {Ledger} dossiers, {Differences} differences")]
    public static partial void Reconciled(ILogger logger, long id, string mode, long ledger, long differences);

    [LoggerMessage(1006, LogLevel.Error, "Reconciliation {Id} failed")]
    public static partial void ReconciliationFailed(ILogger logger, long id, Exception failure);

    [LoggerMessage(1008, LogLevel.Error, "A run of {Connector} could not begin; it is tried again")]
    public static partial void RunNotBegun(ILogger logger, string connector, Exception failure);

    [LoggerMessage(1009, LogLevel.Error, "{Connector} is paused until a person has looked: {Message}")]
    public static partial void ConnectorPaused(ILogger logger, string connector, string message);

    [LoggerMessage(1010, LogLevel.Error, "Delivery of range {Range} failed; the others go on, and it is tried again by itself")]
    public static partial void RangeFailed(ILogger logger, int range, Exception failure);

    [LoggerMessage(1011, LogLevel.Error, "The target could not be asked what it is; it is asked again")]
    public static partial void TargetNotAsked(ILogger logger, Exception failure);

    [LoggerMessage(1012, LogLevel.Error, "{Callbacks} callbacks could not be journaled; their callers are told to try again")]
    public static partial void CallbacksNotJournaled(ILogger logger, int callbacks, Exception failure);

    [LoggerMessage(1013, LogLevel.Warning, "The target does not answer; nothing is sent until it does: {Message}")]
    public static partial void CircuitOpened(ILogger logger, string message);

    [LoggerMessage(1014, LogLevel.Information, "The target answers again; delivery goes on")]
    public static partial void CircuitClosed(ILogger logger);
}
