using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Reads JSON that may hold broken text. A parsed document may still hold bytes that are no UTF-8 and half surrogate pairs: the parser
/// looks at neither, and only reading them throws. Here what cannot be read is not there.
/// </summary>
public static class BrokenJson
{
    /// <summary>Finds a member of an object.</summary>
    /// <param name="element">The object; what is none has no members.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it is there; no, too, where the name of a member is broken text.</returns>
    public static bool TryGetMember(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        try
        {
            return element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Reads a member that is a text.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The text, or <see langword="null"/> where there is none that can be read.</returns>
    public static string? TryGetText(this JsonElement element, string name) =>
        element.TryGetMember(name, out var value) ? value.ReadText() : null;

    /// <summary>Reads a text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text, or <see langword="null"/> where it is none that can be read.</returns>
    public static string? ReadText(this JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// A record's own JSON text, as a source's content. One that is no UTF-8 becomes a single text with its broken places marked: that
    /// is no object, so it is refused whenever it is mapped, and never taken for mended.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <returns>The content.</returns>
    public static string ContentOf(JsonElement record) => ContentOf(JsonMarshal.GetRawUtf8Value(record));

    /// <summary>The same of a record that was cut out of an answer.</summary>
    /// <param name="bytes">The record's own JSON text.</param>
    /// <returns>The content.</returns>
    public static string ContentOf(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return Utf8.IsValid(bytes) ? text : $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }
}
