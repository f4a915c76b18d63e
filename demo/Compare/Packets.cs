using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.Demo.Compare;

/// <summary>
/// Compares settlement packets as parsed JSON:
/// empty members do not count, the order of members neither, the order of lists does.
/// </summary>
internal static partial class Packets
{
    private static readonly HashSet<string> NotContent = ["PhienBan", "nguon"];

    /// <summary>Where the packets first differ, as a JSON pointer, or <see langword="null"/> if they say the same.</summary>
    public static string? FirstDifference(JsonElement expected, JsonElement actual) => Differ(expected, actual, "");

    /// <summary>Whether a dossier may have this number.</summary>
    public static bool IsNumber(string text) => Number().IsMatch(text);

    /// <summary>
    /// Which of the extended profile's two members is wrong: the version is none, or the tag is not the source that must have written it.
    /// </summary>
    public static string? FirstWrongExtension(JsonElement stored, string? source)
    {
        if (!IsVersion(Text(stored, "PhienBan")))
            return "/PhienBan";
        return source is null || Text(stored, "nguon") == source ? null : "/nguon";
    }

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

    private static string Text(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static bool IsVersion(string text) =>
        Version().IsMatch(text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^[0-9A-Za-z.\-_/]{1,50}\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\z")]
    private static partial Regex Version();
}
