using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>
/// Shows a source record without what is personal in it: a value is open only where the connector's manifest opens its member, and
/// even there not when it looks like an identity number; of the rest, type and length are shown.
/// </summary>
internal static partial class Masking
{
    private const int LongestOpenValue = 60;
    private const int Quotes = 2;

    // A callback is taken in as deep as the framework reads, and lies deeper in its wrapping.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public static IReadOnlyList<MaskedMember> Mask(string json, IReadOnlyCollection<string> open)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Deep);
            return Members(document.RootElement, open);
        }
        catch (JsonException)
        {
            return [Unreadable("", json.Length)];
        }
    }

    private static List<MaskedMember> Members(JsonElement root, IReadOnlyCollection<string> open)
    {
        var members = new List<MaskedMember>();
        Walk(root, "", "");
        return members;

        void Walk(JsonElement value, string pointer, string name)
        {
            if (pointer.Length > 0)
                members.Add(Show(value, pointer, open.Contains(name)));
            if (value.ValueKind == JsonValueKind.Object)
                foreach (var member in value.EnumerateObject())
                    Walk(member.Value, $"{pointer}/{Escape(NameOf(member))}", NameOf(member));
            else if (value.ValueKind == JsonValueKind.Array)
                foreach (var (index, item) in value.EnumerateArray().Index())
                    Walk(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}"), name);
        }
    }

    private static MaskedMember Show(JsonElement value, string pointer, bool open) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value) is { } text
            ? Scalar(pointer, "text", text, open)
            : Unreadable(pointer, value.GetRawText().Length - Quotes),
        JsonValueKind.Number => Scalar(pointer, "number", value.GetRawText(), open),
        JsonValueKind.True or JsonValueKind.False => Scalar(pointer, "boolean", value.GetRawText(), open) with { Length = 1 },
        JsonValueKind.Array => new() { Pointer = pointer, Type = "list", Length = value.GetArrayLength() },
        JsonValueKind.Object => new() { Pointer = pointer, Type = "object", Length = value.GetPropertyCount() },
        _ => new() { Pointer = pointer, Type = "null", Length = 0 },
    };

    private static MaskedMember Scalar(string pointer, string type, string value, bool open) => new()
    {
        Pointer = pointer,
        Type = type,
        Length = value.Length,
        Value = open && value.Length <= LongestOpenValue && !LooksPersonal(value) ? value : null,
    };

    private static MaskedMember Unreadable(string pointer, int length) => new() { Pointer = pointer, Type = "text", Length = length };

    /// <returns>Null where it holds half a character, so that nobody can read it; no method asks for that without throwing.</returns>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }

    // Nine digits or more in a row are an identity number, a phone or an account, unless they are a time of the packets.
    private static bool LooksPersonal(string value) => LongNumber().IsMatch(value) && !IsTime(value);

    private static bool IsTime(string value) =>
        DateTime.TryParseExact(value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex("[0-9]{9}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
