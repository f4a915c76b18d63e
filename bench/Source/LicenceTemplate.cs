using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace IntegrationHub.Bench.Source;

/// <summary>
/// A record of the licence feed rendered once: what differs between two dossiers is digits at known places, so that a page is copied
/// together and costs the machine next to nothing.
/// </summary>
internal sealed class LicenceTemplate
{
    /// <summary>Stands in a text for the dossier's number among all, eight digits.</summary>
    public const string Serial = "#SERIAL#";

    /// <summary>Stands for when the dossier was last touched, <c>yyyy-MM-ddTHH:mm:ss</c>.</summary>
    public const string Touched = "#TOUCHED_AT_THIS###";

    private readonly byte[] rendered;
    private readonly int[] serials;
    private readonly int touched;

    public LicenceTemplate(string record)
    {
        rendered = Encoding.UTF8.GetBytes(record);
        serials = [.. Places(Encoding.UTF8.GetBytes(Serial))];
        touched = rendered.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Touched));
    }

    public int Length => rendered.Length;

    public void Write(int dossier, DateTime at, Span<byte> output)
    {
        rendered.CopyTo(output);
        foreach (var place in serials)
            Utf8Formatter.TryFormat(dossier, output.Slice(place, Serial.Length), out _, new('D', (byte)Serial.Length));
        at.TryFormat(output.Slice(touched, Touched.Length), out _, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    private IEnumerable<int> Places(byte[] mark)
    {
        for (var from = 0; rendered.AsSpan(from).IndexOf(mark) is >= 0 and var at; from += at + mark.Length)
            yield return from + at;
    }
}
