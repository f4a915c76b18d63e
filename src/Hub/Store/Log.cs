using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Store;

/// <summary>What is logged of the ledger.</summary>
internal static partial class Log
{
    [LoggerMessage(1007, LogLevel.Information, "{Entries} entries of quarantine are tried again, for mappings or code lists have changed")]
    public static partial void Recovered(ILogger logger, int entries);

    [LoggerMessage(
        1201, LogLevel.Error,
        "There is room for {Left} MiB more of the ledger, less than Hub:LowSpaceMiB ({Low}): no source is read until there is more")]
    public static partial void ShortOfRoom(ILogger logger, long left, int low);

    [LoggerMessage(1202, LogLevel.Information, "There is room for {Left} MiB more of the ledger again; sources are read")]
    public static partial void HasRoom(ILogger logger, long left);

    [LoggerMessage(
        1203, LogLevel.Warning,
        "A newer version has migrated the ledger ({Migrations}); this one works on it, but on nothing that comes after that: update this server")]
    public static partial void LedgerIsNewer(ILogger logger, string migrations);
}
