using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>Reads JSON without writing it anew: what is kept is kept byte for byte.</summary>
internal static class JsonText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>An object's text without some of its members; the others keep their text and their order.</summary>
    /// <exception cref="ArgumentException">It is no UTF-8: never mended, or what is kept would not be what was sent.</exception>
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
        return Strict.GetString(text.WrittenSpan);
    }
}
