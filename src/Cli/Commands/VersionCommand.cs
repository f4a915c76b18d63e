using System.CommandLine;
using System.Reflection;

namespace IntegrationHub.Cli.Commands;

internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Show the version of this program; the server's is in hub status.");
        command.SetAction(arguments =>
        {
            var version = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
            arguments.InvocationConfiguration.Output.WriteLine($"hub {version}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
