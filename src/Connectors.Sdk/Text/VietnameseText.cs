using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Vietnamese text at the edge: one Unicode form, one old encoding decoded, one key to compare by.</summary>
public static partial class VietnameseText
{
    /// <summary>The text in Unicode form NFC; the very same string when it is so already.</summary>
    /// <param name="text">Well-formed text in any Unicode form.</param>
    /// <returns>The text in NFC.</returns>
    public static string Nfc(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

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

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
