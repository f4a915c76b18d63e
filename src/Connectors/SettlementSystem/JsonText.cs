using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>Reads JSON without writing it anew: what is kept is kept byte for byte.</summary>
internal static class JsonText
{
    /// <summary>An object's text without some of its members; the others keep their text and their order.</summary>
    public static string Without(JsonElement element, params ReadOnlySpan<string> names)
    {
        var text = new ArrayBufferWriter<byte>(JsonMarshal.GetRawUtf8Value(element).Length);
        text.Write("{"u8);
        foreach (var member in element.EnumerateObject())
        {
            if (names.Contains(member.Name))
                continue;
            text.Write(text.WrittenCount == 1 ? "\""u8 : ",\""u8);
            text.Write(JsonMarshal.GetRawUtf8PropertyName(member));
            text.Write("\":"u8);
            text.Write(JsonMarshal.GetRawUtf8Value(member.Value));
        }

        text.Write("}"u8);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>A member that is a text, or <see langword="null"/>.</summary>
    public static string? TryGetText(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
