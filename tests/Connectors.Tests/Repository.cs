using System.Reflection;

namespace IntegrationHub.Connectors.Tests;

/// <summary>Where the sources are that the tests hold the connectors against.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!);

    public static string Connectors { get; } = Path.Combine(Root, "src", "Connectors");

    /// <summary>Every folder with a manifest.</summary>
    public static IReadOnlyList<string> ConnectorFolders { get; } =
    [
        .. Directory.GetDirectories(Connectors)
            .Where(folder => File.Exists(Path.Combine(folder, "connector.json")))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(),
    ];
}
