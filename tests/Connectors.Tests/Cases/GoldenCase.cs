using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Tests.Cases;

/// <summary>A case of a connector: <c>cases/{name}/source.json</c> and what must become of it, <c>expected.json</c>.</summary>
internal sealed record GoldenCase(string Folder, string Name)
{
    private static readonly JsonSerializerOptions Form = new(ContractJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static IEnumerable<GoldenCase> In(string folder) =>
        Directory.GetDirectories(Path.Combine(Repository.Connectors, folder, "cases")).Order().Select(path => new GoldenCase(folder, Path.GetFileName(path)));

    public string Expected => File.Exists(FileOf("expected.json")) ? File.ReadAllText(FileOf("expected.json")) : "";

    public string? ExpectedRejection => Expected is { Length: > 0 } expected ? JsonNode.Parse(expected)?["rejected"]?["code"]?.GetValue<string>() : null;

    /// <summary>The record as the hub would hand it to the mapping.</summary>
    public SourceRecord Record(ConnectorManifest manifest)
    {
        var source = JsonNode.Parse(File.ReadAllText(FileOf("source.json")))!;
        return new()
        {
            Key = source["key"]!.GetValue<string>(),
            Time = source["time"]?.GetValue<DateTimeOffset>(),
            Content = source["raw"]?.GetValue<string>() ?? source["content"]!.ToJsonString(Form),
            Origin = new(manifest.Id, manifest.Stream, "case"),
        };
    }

    public void Approve(string text) => File.WriteAllText(FileOf("expected.json"), text);

    public static string TextOf(MapResult result) => JsonSerializer.Serialize<object>(result switch
    {
        MapResult.Mapped mapped => new { mapped.Records },
        MapResult.Ignored ignored => new { ignored = ignored.Reason },
        MapResult.Rejected rejected => new { rejected = new { rejected.Code, rejected.Pointer, rejected.Number } },
        _ => throw new InvalidOperationException(),
    }, Form) + "\n";

    private string FileOf(string file) => Path.Combine(Repository.Connectors, Folder, "cases", Name, file);
}
