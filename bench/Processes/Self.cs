using System.Diagnostics;

namespace IntegrationHub.Bench.Processes;

/// <summary>This program again, as a process of its own.</summary>
internal static class Self
{
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var host = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? new(host, ["exec", typeof(Self).Assembly.Location, .. arguments])
            : new(host, arguments);
    }

    /// <summary>The most memory that this process ever held, in MiB, as the kernel counted it.</summary>
    public static double PeakMemoryMiB()
    {
        using var own = Process.GetCurrentProcess();
        return own.PeakWorkingSet64 / 1048576.0;
    }
}
