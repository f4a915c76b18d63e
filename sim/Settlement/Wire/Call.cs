using System.Text.Json;
using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Wire;

/// <summary>The JSON object that a client sent, with its members read as the wire has them: strings, and <c>data</c>.</summary>
internal sealed class Call : IDisposable
{
    private readonly JsonDocument document;
    private readonly Dictionary<string, JsonElement> members;

    private Call(JsonDocument document, Dictionary<string, JsonElement> members)
    {
        this.document = document;
        this.members = members;
    }

    /// <summary>Null when the body is no JSON object, or has a member twice.</summary>
    public static async Task<Call?> ReadAsync(HttpRequest request)
    {
        if (await ParseAsync(request) is not { } document)
            return null;

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.EnumerateObject().All(member => members.TryAdd(member.Name, member.Value)))
        {
            return new Call(document, members);
        }

        document.Dispose();
        return null;
    }

    /// <summary>The text of a member; null when it is missing or no string.</summary>
    public string? Text(string name) =>
        members.TryGetValue(name, out var member) && ValueReader.TryText(member, out var text) ? text : null;

    /// <summary>The text of a member that may be left out (then ""); null when it is there and no string.</summary>
    public string? OptionalText(string name) => members.ContainsKey(name) ? Text(name) : "";

    /// <summary>A member as it is; null when it is missing.</summary>
    public JsonElement? Element(string name) => members.TryGetValue(name, out var member) ? member : null;

    /// <summary>The items of <c>data</c>; null when it is missing or no list.</summary>
    public JsonElement[]? Data() =>
        members.TryGetValue("data", out var data) && data.ValueKind == JsonValueKind.Array ? [.. data.EnumerateArray()] : null;

    public void Dispose() => document.Dispose();

    private static async Task<JsonDocument?> ParseAsync(HttpRequest request)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
