using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// Texts after RFC 8785 section 3.2.2.2: only the quotation mark, the backslash and the 32 control characters are escaped.
/// </summary>
internal static class CanonicalText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    // JSON lets no text hold a quotation mark, a backslash or a control character unescaped;
    // so one without a backslash is canonical as it stands.
    public static void Write(JsonElement text, IBufferWriter<byte> output)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        if (raw.Contains((byte)'\\'))
            Write(Unescape(text), output);
        else
            output.Write(Utf8.IsValid(raw) ? raw : throw NoText());
    }

    public static void Write(string text, IBufferWriter<byte> output)
    {
        var rest = text.AsSpan();
        output.Write("\""u8);
        for (int at; (at = rest.IndexOfAny(Escaped)) >= 0; rest = rest[(at + 1)..])
        {
            WritePlain(rest[..at], output);
            WriteEscaped(rest[at], output);
        }

        WritePlain(rest, output);
        output.Write("\""u8);
    }

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw NoText();
        }
    }

    private static string Unescape(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw NoText();
        }
    }

    private static void WritePlain(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        try
        {
            Strict.GetBytes(text, output);
        }
        catch (EncoderFallbackException)
        {
            throw NoText();
        }
    }

    private static void WriteEscaped(char character, IBufferWriter<byte> output) => output.Write(character switch
    {
        '"' => "\\\""u8,
        '\\' => @"\\"u8,
        '\b' => @"\b"u8,
        '\t' => @"\t"u8,
        '\n' => @"\n"u8,
        '\f' => @"\f"u8,
        '\r' => @"\r"u8,
        _ => Encoding.ASCII.GetBytes($@"\u{(int)character:x4}"),
    });

    public static JsonException NoText() => new("A text holds half a surrogate pair or broken UTF-8.");
}
