using System.Reflection;
using System.Runtime.CompilerServices;
using ArchUnitNET.Loader;
using Type = System.Type;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

/// <summary>What the rules look at: our assemblies as built, our files as they stand in the repository.</summary>
internal static class Ours
{
    public static readonly string Root = FindRoot();

    public static readonly Assembly Contracts = Load("IntegrationHub.Contracts");
    public static readonly Assembly Sdk = Load("IntegrationHub.Connectors.Sdk");
    public static readonly Assembly Connectors = Load("IntegrationHub.Connectors");
    public static readonly Assembly Hub = Load("IntegrationHub.Hub");
    public static readonly Assembly Server = Load("hub-server");
    public static readonly Assembly Cli = Load("hub");
    public static readonly Assembly Demo = Load("demo");
    public static readonly Assembly Tests = typeof(Ours).Assembly;

    public static readonly Assembly[] Product = [Contracts, Sdk, Connectors, Hub, Server, Cli];

    /// <summary>The product as ArchUnitNET sees it.</summary>
    public static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(Product).Build();

    /// <summary>The planted breaches of this project, to which every rule must answer.</summary>
    public static readonly ArchUnitNET.Domain.Architecture Breaches = new ArchLoader().LoadAssemblies(Tests).Build();

    public static IEnumerable<string> Files(string pattern) =>
        new[] { "contracts", "src", "sim", "demo", "tests", "bench" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    /// <summary>Types that people wrote, not the compiler.</summary>
    public static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute), false) && !t.Name.Contains('<', StringComparison.Ordinal));

    private static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder!.FullName, "IntegrationHub.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
