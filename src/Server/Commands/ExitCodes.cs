namespace IntegrationHub.Server.Commands;

internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Error = 1;

    /// <summary>The command line or the settings are wrong.</summary>
    public const int Usage = 2;
}
