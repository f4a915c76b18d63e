using System.Text.Json;

namespace IntegrationHub.Demo.Compare;

/// <summary>
/// Compares settlement packets as parsed JSON:
/// empty members do not count, the order of members neither, the order of lists does.
/// </summary>
internal static class Packets
{
    private static readonly HashSet<string> NotContent = ["PhienBan", "nguon"];

    /// <summary>Where the packets first differ, as a JSON pointer, or <see langword="null"/> if they say the same.</summary>
    public static string? FirstDifference(JsonElement expected, JsonElement actual) => Differ(expected, actual, "");

    /// <summary>A progress row as text that is equal for equal rows.</summary>
    public static string RowIdentity(JsonElement row) =>
        string.Join(
            '\u001f',
            row.EnumerateObject()
                .Where(m => !IsEmpty(m.Value))
                .OrderBy(m => m.Name, StringComparer.Ordinal)
                .Select(m => $"{m.Name}={m.Value}"));

    private static string? Differ(JsonElement expected, JsonElement actual, string pointer)
    {
        if (IsEmpty(expected) && IsEmpty(actual))
            return null;
        if (expected.ValueKind != actual.ValueKind)
            return pointer;
        return expected.ValueKind switch
        {
            JsonValueKind.Object => ObjectsDiffer(expected, actual, pointer),
            JsonValueKind.Array => ListsDiffer(expected, actual, pointer),
            _ => expected.ToString() == actual.ToString() ? null : pointer,
        };
    }

    private static string? ObjectsDiffer(JsonElement expected, JsonElement actual, string pointer)
    {
        foreach (var member in Names(expected).Union(Names(actual)))
            if (Differ(Member(expected, member), Member(actual, member), $"{pointer}/{member}") is { } difference)
                return difference;
        return null;

        IEnumerable<string> Names(JsonElement value) =>
            value.EnumerateObject().Select(m => m.Name).Where(name => pointer.Length > 0 || !NotContent.Contains(name));
    }

    private static string? ListsDiffer(JsonElement expected, JsonElement actual, string pointer)
    {
        var wanted = expected.EnumerateArray().Where(e => !IsEmpty(e)).ToList();
        var found = actual.EnumerateArray().Where(e => !IsEmpty(e)).ToList();
        for (var i = 0; i < Math.Min(wanted.Count, found.Count); i++)
            if (Differ(wanted[i], found[i], $"{pointer}/{i}") is { } difference)
                return difference;
        return wanted.Count == found.Count ? null : $"{pointer}/{Math.Min(wanted.Count, found.Count)}";
    }

    private static JsonElement Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member : default;

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.EnumerateArray().All(IsEmpty),
        JsonValueKind.Object => value.EnumerateObject().All(m => IsEmpty(m.Value)),
        _ => false,
    };
}
