namespace IntegrationHub.Cli;

/// <summary>Ends the invocation with one line for the person and an exit code for the script.</summary>
internal sealed class CliException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;
}
