using System.Buffers;
using System.Text;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>
/// A JSON string as RFC 8785 3.2.2.2 writes it: only the quote, the backslash and U+0000-U+001F are escaped,
/// everything else (U+007F, U+2028, emoji too) stays as it is. No encoder of System.Text.Json does that.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Write("\""u8);
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            Encoding.UTF8.GetBytes(text[..at], output);
            WriteEscape(output, text[at]);
            text = text[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(text, output);
        output.Write("\""u8);
    }

    private static void WriteEscape(IBufferWriter<byte> output, char character)
    {
        switch (character)
        {
            case '"': output.Write("\\\""u8); break;
            case '\\': output.Write("\\\\"u8); break;
            case '\b': output.Write("\\b"u8); break;
            case '\t': output.Write("\\t"u8); break;
            case '\n': output.Write("\\n"u8); break;
            case '\f': output.Write("\\f"u8); break;
            case '\r': output.Write("\\r"u8); break;
            default: Encoding.UTF8.GetBytes($"\\u{(int)character:x4}", output); break;
        }
    }
}
