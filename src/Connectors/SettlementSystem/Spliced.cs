using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>A JSON object's own text, with members added at its end: the text itself is never written anew.</summary>
internal readonly struct Spliced
{
    private readonly string text;
    private readonly int length;

    public Spliced(string text) => (this.text, length, Tail) = (text, text.Length, "");

    private Spliced(string text, int length, string tail) => (this.text, this.length, Tail) = (text, length, tail);

    /// <summary>The object's own text.</summary>
    public string Text => text;

    /// <summary>The object's text, up to its closing brace where members are added.</summary>
    public ReadOnlySpan<char> Body => text.AsSpan(0, length);

    /// <summary>The added members and the closing brace.</summary>
    public string Tail { get; }

    /// <summary>Its length as UTF-8.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(Body) + Encoding.UTF8.GetByteCount(Tail);

    /// <summary>A packet with its version and tag, as an extended target wants it.</summary>
    public static Spliced Versioned(string packet, long version, string tag)
    {
        var brace = packet.LastIndexOf('}');
        if (brace < 0)
            return new(packet);

        var comma = packet.AsSpan(0, brace).TrimEnd() is [.., '{'] ? "" : ",";
        var nguon = tag.Length == 0 ? "" : $",\"nguon\":\"{JsonEncodedText.Encode(tag, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return new(packet, brace, string.Create(CultureInfo.InvariantCulture, $"{comma}\"PhienBan\":\"{version}\"{nguon}}}"));
    }
}
