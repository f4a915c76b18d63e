namespace IntegrationHub.Connectors.Sdk;

/// <summary>The code table of TCVN 5712:1993. A zero means that the byte stands for itself.</summary>
internal static class Tcvn3
{
    // Capitals with a tone mark lie among the control codes and at 80-9F; .VnTime has no glyphs there, other exports do.
    private const string Low = "\0ÚỤ\0ỪỬỮ\0\0\0\0\0\0\0\0\0\0ỨỰỲỶỸÝỴ\0\0\0\0\0\0\0\0";

    private const string High =
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ" + // 80
        "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ" + // 90
        "\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ" + // A0
        "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ" + // B0, combining marks first
        "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" + // C0
        "éẹềểễếệìỉỄẾỒĩíịò" + // D0
        "Ổỏõóọồổỗốộờởỡớợù" + // E0
        "ỖủũúụừửữứựỳỷỹýỵỐ"; // F0

    private const string Vowels = "AEIOUYaeiouyĂÂÊÔƠƯăâêôơư";

    /// <summary>The text whose bytes are shown; characters beyond a byte (dashes, quotation marks) were never bytes and stay.</summary>
    public static string Decode(string shown) => string.Create(shown.Length, shown, static (text, shown) =>
    {
        for (var i = 0; i < shown.Length; i++)
            text[i] = IsSign(shown[i]) && !(i > 0 && Vowels.Contains(text[i - 1])) ? shown[i] : CharacterOf(shown[i]);
    });

    public static bool IsControlLetter(char code) => code < ' ' && Low[code] != '\0';

    // A tone mark needs a vowel to stand on; elsewhere these are the signs that they look like: 120 m², 25°, ±5.
    private static bool IsSign(char code) => code is >= '\u00B0' and <= '\u00B4';

    private static char CharacterOf(char code) => code switch
    {
        _ when IsControlLetter(code) => Low[code],
        >= '\u0080' and <= '\u00FF' => High[code - '\u0080'],
        _ => code,
    };
}
