using System.Diagnostics;

namespace IntegrationHub.Demo.Processes;

/// <summary>Finds the programs that were built with the demo: in the folders beside its own in <c>artifacts/bin</c>.</summary>
internal static class Programs
{
    /// <summary>The repository, or the present folder where the demo was taken out of it.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? Environment.CurrentDirectory;
        }
    }

    /// <summary>How to call the operators' command line from where the caller stands.</summary>
    public static string HubCommand => Root == Environment.CurrentDirectory ? "./hub" : Path.Combine(Root, "hub");

    public static ProcessStartInfo Server(params IEnumerable<string> arguments) => Start("IntegrationHub.Server", "hub-server", arguments);

    public static ProcessStartInfo Settlement(params IEnumerable<string> arguments) =>
        Start("IntegrationHub.Sim.Settlement", "sim-settlement", arguments);

    public static ProcessStartInfo Sources(params IEnumerable<string> arguments) =>
        Start("IntegrationHub.Sim.Sources", "sim-sources", arguments);

    private static ProcessStartInfo Start(string project, string name, IEnumerable<string> arguments)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name);
        var program = Path.Combine(folder, $"{name}.dll");
        if (!File.Exists(program))
            throw new DemoException($"{program} is not there: build the solution first (dotnet build IntegrationHub.sln).");
        return new ProcessStartInfo(DotnetHost(), ["exec", program, .. arguments]) { WorkingDirectory = folder };
    }

    private static string DotnetHost() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
