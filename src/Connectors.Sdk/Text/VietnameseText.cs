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
    /// Decodes TCVN3 (TCVN 5712:1993, fonts .VnTime and the like), whose bytes arrived as the characters U+0000-U+00FF.
    /// A text with any character above U+00FF cannot be such bytes: it is Unicode already and is only normalised.
    /// </summary>
    /// <param name="text">The bytes as characters.</param>
    /// <returns>The text in NFC.</returns>
    public static string FromTcvn3(string text) =>
        text.Any(character => character > '\u00FF')
            ? Nfc(text)
            : Nfc(string.Create(text.Length, text, static (decoded, bytes) => Tcvn3.Decode(bytes, decoded)));

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
