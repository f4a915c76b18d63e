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

    public static void Decode(ReadOnlySpan<char> bytes, Span<char> text)
    {
        for (var i = 0; i < bytes.Length; i++)
            text[i] = CharacterOf(bytes[i]);
    }

    private static char CharacterOf(char code) => code switch
    {
        < ' ' when Low[code] != '\0' => Low[code],
        >= '\u0080' => High[code - '\u0080'],
        _ => code,
    };
}
