using System.Reflection;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Text files that travel inside a connector's assembly: manifests and queries.</summary>
public static class EmbeddedText
{
    /// <summary>Reads one.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">Its name, for example <c>ConstructionPermits/Query.sqlite.sql</c>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(
                $"{assembly.GetName().Name} has no embedded file '{name}'; add it to the project as an EmbeddedResource.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
