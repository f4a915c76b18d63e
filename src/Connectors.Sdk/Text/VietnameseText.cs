using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Vietnamese text at the edge: one Unicode form, one old encoding decoded, one key to compare by.</summary>
public static partial class VietnameseText
{
    private const ushort CombiningMarks = 0x0300;
    private const ushort VietnameseLetters = 0x1E00;

    /// <summary>The text in Unicode form NFC; the very same string when it is so already.</summary>
    /// <param name="text">Well-formed text in any Unicode form.</param>
    /// <returns>The text in NFC.</returns>
    public static string Nfc(string text) => IsNfc(text) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>
    /// Whether a text is in Unicode form NFC. Below U+0300 and among the letters of Vietnamese beyond it nothing composes with anything,
    /// so most texts need no table.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is.</returns>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public static bool IsNfc(string text) => HasOnlyWholeLetters(text) || text.IsNormalized(NormalizationForm.FormC);

    /// <summary>
    /// Reads a text that may be TCVN3 (TCVN 5712:1993, fonts .VnTime and the like), whose bytes arrived as the characters
    /// U+0000-U+00FF, or Unicode already. The characters decide; where they tell nothing, what the rest of the record tells.
    /// </summary>
    /// <returns>The text in NFC; <see langword="null"/> when parts of it are TCVN3 and parts Unicode.</returns>
    internal static string? FromTcvn3(string text, TextEvidence evidence, TextEvidence otherwise) =>
        (evidence is TextEvidence.None ? otherwise : evidence) switch
        {
            TextEvidence.Mixed => null,
            TextEvidence.Unicode => Nfc(text),
            _ => Nfc(Tcvn3.Decode(text)),
        };

    /// <summary>
    /// The key by which names and free-text codes are compared: NFC, lower case, runs of white space as one space, none at the ends.
    /// For comparison only; what is stored and sent stays as received.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>Its key.</returns>
    public static string Key(string text) => Spaces().Replace(Nfc(text), " ").Trim().ToLowerInvariant();

    private static bool HasOnlyWholeLetters(string text)
    {
        var rest = MemoryMarshal.Cast<char, ushort>(text.AsSpan());
        for (; rest.Length >= Vector<ushort>.Count; rest = rest[Vector<ushort>.Count..])
            if (!Vector.EqualsAll(AreWholeLetters(new Vector<ushort>(rest)), Vector<ushort>.AllBitsSet))
                return false;
        foreach (var unit in rest)
            if (unit >= CombiningMarks && (unit & 0xFF00) != VietnameseLetters)
                return false;
        return true;
    }

    private static Vector<ushort> AreWholeLetters(Vector<ushort> units) =>
        Vector.LessThan(units, new Vector<ushort>(CombiningMarks))
        | Vector.Equals(units & new Vector<ushort>(0xFF00), new Vector<ushort>(VietnameseLetters));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
