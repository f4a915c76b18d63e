using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IntegrationHub.Server.Console;

/// <summary>
/// A piece of HTML. Made from an interpolated string: what is literal stays as it is, what is put in is encoded, unless it is HTML
/// itself.
/// </summary>
internal sealed class Html
{
    private readonly string text;

    private Html(string text) => this.text = text;

    public static Html Empty { get; } = new("");

    public static Html Of(Writer writer) => new(writer.ToString());

    /// <summary>Text that is known to be safe: our own style sheet.</summary>
    public static Html Raw(string html) => new(html);

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.text)));

    public override string ToString() => text;

    [InterpolatedStringHandler]
    public readonly struct Writer(int literalLength, int formattedCount)
    {
        // Vietnamese letters stay letters.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder builder = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => builder.Append(literal);

        public void AppendFormatted(Html html) => builder.Append(html.text);

        public void AppendFormatted(IEnumerable<Html> parts) => builder.Append(Join(parts).text);

        public void AppendFormatted(string? value) => builder.Append(Encoder.Encode(value ?? ""));

        public void AppendFormatted(int value) => builder.Append(value);

        public override string ToString() => builder.ToString();
    }
}
