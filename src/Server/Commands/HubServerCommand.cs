using System.CommandLine;
using System.CommandLine.Invocation;

namespace IntegrationHub.Server.Commands;

/// <summary>The command line of <c>hub-server</c>.</summary>
internal static class HubServerCommand
{
    // The host ends the process on a signal, after it has drained; the command line must not cut that short.
    private static readonly InvocationConfiguration Invocation = new() { ProcessTerminationTimeout = null };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = Create().Parse(arguments);
        var exitCode = await parsed.InvokeAsync(Invocation);
        return parsed.Action is ParseErrorAction ? ExitCodes.Usage : exitCode;
    }

    public static RootCommand Create() => new("The integration hub: reads the sources, delivers to the settlement system, reconciles both.")
    {
        ServeCommand.Create(),
        CheckCommand.Create(),
        MigrateCommand.Create(),
        DoctorCommand.Create(),
    };
}
