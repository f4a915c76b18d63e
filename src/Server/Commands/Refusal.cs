using System.Data.Common;
using System.Net.Sockets;

namespace IntegrationHub.Server.Commands;

/// <summary>How a verb says that it cannot: one clear line for each cause, on standard error.</summary>
internal static class Refusal
{
    /// <summary>The settings do not let the server start; null when they do.</summary>
    public static int? Of(Composition composition)
    {
        if (composition.Fatal.Count == 0)
            return null;
        foreach (var problem in composition.Fatal)
            System.Console.Error.WriteLine($"hub-server: {problem}");
        return ExitCodes.Usage;
    }

    /// <summary>Something stands in the way that is no fault of the settings.</summary>
    public static int Because(string reason)
    {
        System.Console.Error.WriteLine($"hub-server: {reason}");
        return ExitCodes.Error;
    }

    /// <summary>Runs what may meet the disk or the network.</summary>
    public static int Guard(Func<int> act) => GuardAsync(() => Task.FromResult(act())).GetAwaiter().GetResult();

    public static async Task<int> GuardAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (
            failure is DbException or IOException or UnauthorizedAccessException or InvalidOperationException or SocketException)
        {
            return Because(failure.Message);
        }
    }
}
