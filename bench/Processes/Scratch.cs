namespace IntegrationHub.Bench.Processes;

/// <summary>The folder of this run: logs, settings, the hub's token. It goes with the program unless something went wrong.</summary>
internal static class Scratch
{
    /// <summary>How long a program may take to start.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<string> Made = new(() => Directory.CreateTempSubdirectory("hub-bench-").FullName);

    public static string Root => Made.Value;

    public static string Logs => Path.Combine(Root, "logs");

    public static void Remove()
    {
        if (Made.IsValueCreated)
            Directory.Delete(Root, recursive: true);
    }
}
