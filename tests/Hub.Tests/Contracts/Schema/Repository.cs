using System.Runtime.CompilerServices;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

/// <summary>Where the working copy lies, wherever the tests were built to.</summary>
internal static class Repository
{
    public static string Contracts { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "contracts"));

    public static string Ajv { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "ajv"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
