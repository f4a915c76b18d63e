using System.CommandLine;
using System.Reflection;

namespace IntegrationHub.Cli.Commands;

internal static class VersionCommand
{
    private static readonly string Version = typeof(VersionCommand).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static Command Create(GlobalOptions globals)
    {
        var command = new Command("version", "Show the version of this program; the server's is in hub status.");
        command.SetAction(arguments =>
        {
            var json = arguments.GetValue(globals.Output) == GlobalOptions.Json;
            arguments.InvocationConfiguration.Output.WriteLine(json ? $$"""{"version":"{{Version}}"}""" : $"hub {Version}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
