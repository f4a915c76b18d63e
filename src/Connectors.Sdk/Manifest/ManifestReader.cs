using System.Reflection;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Reads <c>connector.json</c> strictly and reports everything that is wrong with it at once.</summary>
public static class ManifestReader
{
    /// <summary>Reads a manifest.</summary>
    /// <param name="file">The file's name, for the messages.</param>
    /// <param name="json">Its text.</param>
    /// <returns>The manifest when there are no problems, and the problems.</returns>
    public static (ConnectorManifest? Manifest, IReadOnlyList<ManifestProblem> Problems) Read(string file, string json)
    {
        var problems = new ManifestProblems(file, json);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problems.Add("", "is not a JSON object.");
                return (null, problems.All);
            }

            var manifest = Read(new ManifestMembers(document.RootElement, "", problems));
            ManifestRules.Check(manifest, problems);
            return (problems.All.Count == 0 ? manifest : null, problems.All);
        }
        catch (JsonException broken)
        {
            var line = broken.LineNumber is { } number ? (int)number + 1 : (int?)null;
            return (null, [new(file, "", line, "is not well-formed JSON, or names a member twice.")]);
        }
        catch (InvalidOperationException)
        {
            return (null, [new(file, "", null, "holds half a Unicode character (one escape \\ud800-\\udfff alone); write the whole.")]);
        }
    }

    /// <summary>Reads the manifest embedded in an assembly as <c>{folder}/connector.json</c>.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">The connector's folder.</param>
    /// <returns>The manifest when there are no problems, and the problems.</returns>
    /// <exception cref="InvalidOperationException">The assembly has no such file.</exception>
    public static (ConnectorManifest? Manifest, IReadOnlyList<ManifestProblem> Problems) Embedded(Assembly assembly, string folder)
    {
        var file = $"{folder}/connector.json";
        return Read(file, EmbeddedText.Read(assembly, file));
    }

    private static ConnectorManifest Read(ManifestMembers members)
    {
        var text = members.Object("text");
        var manifest = new ConnectorManifest
        {
            Id = members.Text("id"),
            Title = members.Text("title"),
            TitleVi = members.Text("titleVi"),
            Owner = members.Text("owner"),
            Stream = members.Text("stream"),
            Produces = members.List("produces", required: true),
            Owns = members.List("owns"),
            ContractVersion = members.Text("contractVersion"),
            Pattern = members.Text("pattern"),
            Cursor = members.Text("cursor"),
            Lag = members.TimeSpan("lag"),
            Schedule = members.Text("schedule"),
            EveryStep = members.Flag("everyStep"),
            Text = text is null ? new() : new() { Encoding = text.Text("encoding"), Members = text.List("members") },
            Abilities = members.Texts("abilities"),
            DataClasses = members.List("dataClasses", required: true),
            Open = members.List("open"),
            AllowedHosts = members.List("allowedHosts"),
        };
        text?.RefuseOthers();
        members.RefuseOthers();
        return manifest;
    }
}
