using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Weighs what a text tells of its encoding.</summary>
internal static partial class Evidence
{
    /// <summary>The letters of Latin-1 that no Vietnamese word has; shown bytes of TCVN3 are full of them.</summary>
    private const string Foreign = "ªµºÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ";

    public static TextEvidence Of(string text)
    {
        var unicode = text.Any(IsVietnameseBeyondLatin1);
        return (unicode, HasTcvn3(text, alone: !unicode)) switch
        {
            (true, true) => TextEvidence.Mixed,
            (true, false) => TextEvidence.Unicode,
            (false, true) => TextEvidence.Tcvn3,
            _ when Ascii.IsValid(text) => TextEvidence.None,
            _ => StrangeWords(text) < StrangeWords(Tcvn3.Decode(text)) ? TextEvidence.Unicode : TextEvidence.None,
        };
    }

    private static bool IsVietnameseBeyondLatin1(char c) =>
        c is (>= '\u0102' and <= '\u01B0') or (>= '\u1EA0' and <= '\u1EF9') or (>= '\u0300' and <= '\u036F');

    private static bool HasTcvn3(string text, bool alone)
    {
        for (var i = 0; i < text.Length; i++)
            if (IsTcvn3(text[i], i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ', alone))
                return true;
        return false;
    }

    // A sign inside a word is a letter of TCVN3 (V©n); at a word's edge it may be a sign («…», §) where the text is Unicode besides.
    // A capital inside a word is a small letter of TCVN3 (giÊy). B0-B4 (°±²³´) are told by the decoder.
    private static bool IsTcvn3(char c, char before, char after, bool alone) => c switch
    {
        >= '\u0080' and < '\u00A0' => true,
        _ when Tcvn3.IsControlLetter(c) || Foreign.Contains(c) => true,
        (> '\u00A0' and < '\u00B0') or (> '\u00B4' and < '\u00C0') or '×' or '÷' => alone
            ? char.IsLetter(before) || char.IsLetter(after)
            : char.IsLetter(before) && char.IsLetter(after),
        >= '\u00C0' and <= '\u00DF' => char.IsLower(before),
        _ => false,
    };

    /// <summary>How many words with letters beyond ASCII are no Vietnamese syllables, or have a capital where none can be.</summary>
    private static int StrangeWords(string text) => Words().Matches(VietnameseText.Nfc(text)).Count(word => IsStrange(word.Value));

    private static bool IsStrange(string word) =>
        !Ascii.IsValid(word) && (word.Skip(1).Any(c => c > '\u007F' && char.IsUpper(c)) || !IsSyllable(word));

    // Without its tone a syllable is a known beginning and a known rhyme; one that ends in c, ch, p or t has the tone sắc or nặng.
    private static bool IsSyllable(string word)
    {
        var toneless = word.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var tone = toneless.FirstOrDefault(c => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
        if (tone != 0)
            toneless = toneless.Replace($"{tone}", "", StringComparison.Ordinal);
        var match = Syllable().Match(VietnameseText.Nfc(toneless));
        return match.Success && (!match.Groups["stop"].Success || tone is '\u0301' or '\u0323');
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(
        "^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvxq])?"
        + "((a|ai|am|an|ang|anh|ao|au|ay|ăm|ăn|ăng|âm|ân|âng|âu|ây|e|em|en|eng|eo|ê|êm|ên|ênh|êu|i|ia|iêm|iên|iêng|iêu|im|in|inh|iu"
        + "|o|oa|oai|oam|oan|oang|oanh|oao|oay|oăm|oăn|oăng|oe|oen|oeo|oi|om|on|ong|oong|ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn"
        + "|u|ua|uân|uâng|uây|uê|uênh|ui|um|un|ung|uôi|uôm|uôn|uông|uơ|uy|uya|uyên|uyn|uynh|uyu"
        + "|ư|ưa|ưi|ưm|ưn|ưng|ươi|ươm|ươn|ương|ươu|ưu|y|yên|yêm|yêng|yêu|yn|ynh)"
        + "|(?<stop>ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|iêc|iêp|iêt|ip|it|oac|oach|oat|oăc|oăt|oc|oet|op|ot|ooc|ôc|ôp|ôt"
        + "|ơp|ơt|uât|uc|uêch|uôc|uôt|up|ut|uych|uyêt|uyt|ưc|ưt|ươc|ươp|ươt|yêt|yt|ych))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Syllable();
}
