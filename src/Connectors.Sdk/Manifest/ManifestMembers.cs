using System.Globalization;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>The members of one object of a manifest; knows which were asked for, so that the others are unknown.</summary>
internal sealed class ManifestMembers(JsonElement element, string path, ManifestProblems problems)
{
    // "5" alone would be five days.
    private static readonly string[] SpanForms = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];

    private readonly SortedSet<string> known = new(StringComparer.Ordinal);

    public string Text(string member)
    {
        if (Find(member) is not { } value)
            return Missing(member, "");
        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
            return value.GetString()!;
        problems.Add($"{path}/{member}", "must be a text that is not empty.");
        return "";
    }

    public bool Flag(string member)
    {
        if (Find(member) is not { } value || value.ValueKind is JsonValueKind.False)
            return false;
        if (value.ValueKind != JsonValueKind.True)
            problems.Add($"{path}/{member}", "must be true or false.");
        return true;
    }

    public TimeSpan TimeSpan(string member)
    {
        if (Find(member) is not { } value)
            return default;
        if (value.ValueKind == JsonValueKind.String
            && System.TimeSpan.TryParseExact(value.GetString(), SpanForms, CultureInfo.InvariantCulture, out var span))
            return span;
        problems.Add($"{path}/{member}", "must be a time span, hh:mm:ss or d.hh:mm:ss.");
        return default;
    }

    public IReadOnlyList<string> List(string member, bool required = false)
    {
        if (Find(member) is not { } value)
            return required ? Missing<IReadOnlyList<string>>(member, []) : [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        problems.Add($"{path}/{member}", "must be a list of texts.");
        return [];
    }

    public IReadOnlyDictionary<string, string> Texts(string member)
    {
        if (Find(member) is not { } value)
            return new Dictionary<string, string>();
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.String))
            return value.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()!, StringComparer.Ordinal);
        problems.Add($"{path}/{member}", "must be an object of texts.");
        return new Dictionary<string, string>();
    }

    public ManifestMembers? Object(string member)
    {
        if (Find(member) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new(value, $"{path}/{member}", problems);
        problems.Add($"{path}/{member}", "must be an object.");
        return null;
    }

    public void RefuseOthers()
    {
        foreach (var member in element.EnumerateObject().Where(member => !known.Contains(member.Name)))
            problems.Add($"{path}/{member.Name}", $"is not known. Known here: {string.Join(", ", known)}.");
    }

    private JsonElement? Find(string member)
    {
        known.Add(member);
        return element.TryGetProperty(member, out var value) ? value : null;
    }

    private T Missing<T>(string member, T instead)
    {
        problems.Add($"{path}/{member}", "is missing.");
        return instead;
    }
}
