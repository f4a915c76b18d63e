namespace IntegrationHub.Server;

/// <summary>What the server says.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "hub-server {Version} listens on {Address}; the token is in {TokenFile}")]
    public static partial void Listening(ILogger logger, string version, string address, string tokenFile);

    [LoggerMessage(2002, LogLevel.Warning, "Connector {Connector} does not run: {Problem}")]
    public static partial void ConnectorMisconfigured(ILogger logger, string connector, string problem);

    [LoggerMessage(2003, LogLevel.Warning, "The server listens on {Address} without TLS; put a proxy that ends TLS before it")]
    public static partial void ListensWithoutTls(ILogger logger, string address);

    [LoggerMessage(2004, LogLevel.Error, "Unhandled {Exception} in request {TraceId}: {Stack}")]
    public static partial void Unhandled(ILogger logger, string exception, string traceId, string? stack);

    [LoggerMessage(2005, LogLevel.Error, "The ledger cannot be used (error {Code}) in request {TraceId}")]
    public static partial void LedgerUnavailable(ILogger logger, int? code, string traceId);

    [LoggerMessage(2006, LogLevel.Warning, "A callback {Name} to {Connector} was refused: {Reason}")]
    public static partial void CallbackRefused(ILogger logger, string connector, string name, string reason);

    [LoggerMessage(2007, LogLevel.Error, "A callback {Name} to {Connector} cannot be journaled now; the source is asked to try again")]
    public static partial void CallbackUnavailable(ILogger logger, string connector, string name);

    [LoggerMessage(2008, LogLevel.Information, "The parent has gone; the server ends")]
    public static partial void ParentGone(ILogger logger);
}
