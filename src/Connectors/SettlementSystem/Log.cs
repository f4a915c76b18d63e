using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>What the target's connector says: counts and services, never a packet, a name or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(
        3001, LogLevel.Information,
        "Signed in at the target; it speaks the {Profile} profile, "
        + "{MaxDossiers} dossiers and {MaxProgress} progress rows a call")]
    public static partial void SignedIn(this ILogger logger, TargetProfile profile, int maxDossiers, int maxProgress);

    [LoggerMessage(3002, LogLevel.Error, "Signing in was refused and is not tried again by itself: {Reason}")]
    public static partial void SignInRefused(this ILogger logger, string reason);

    [LoggerMessage(3003, LogLevel.Information, "The session has ended; signing in once for all")]
    public static partial void SessionEnded(this ILogger logger);

    [LoggerMessage(3004, LogLevel.Warning, "{Service}: the target asks to wait; nothing is called until {Until}")]
    public static partial void AskedToWait(this ILogger logger, string service, DateTimeOffset until);

    [LoggerMessage(
        3005, LogLevel.Warning,
        "{Service}: a call of {Count} items was refused as a whole; it is halved, at most {Limit} a call")]
    public static partial void Halved(this ILogger logger, string service, int count, int limit);

    [LoggerMessage(3006, LogLevel.Error, "The target is not the one the hub has met before: {Reason}")]
    public static partial void OtherTarget(this ILogger logger, string reason);
}
