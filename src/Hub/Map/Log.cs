using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Map;

/// <summary>What mapping logs. An exception is never handed over whole: its message may hold a value of the record.</summary>
internal static partial class Log
{
    [LoggerMessage(1013, LogLevel.Error, "Records of {Connector} fail with {Kind}, told once; they wait in quarantine\n{Stack}")]
    public static partial void RecordsFail(ILogger logger, string connector, string kind, string? stack);
}
