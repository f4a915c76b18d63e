namespace IntegrationHub.Sim.Sources.Faces;

/// <summary>
/// TCVN 5712:1993 VN3 (".VnTime"): each byte is shown as the character of the same number.
/// Capitals exist only without tone marks; the fonts had a second, all-capital face for the rest.
/// </summary>
internal static class Tcvn3
{
    /// <summary>The letters of bytes A1-AE and B5-FE; a blank is a byte that VN3 leaves free.</summary>
    private const string FromA1 = "ĂÂÊÔƠƯĐăâêôơưđ";
    private const string FromB5 =
        "àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

    private static readonly char[] Bytes = Table();

    /// <summary>Every letter beyond ASCII that can be written.</summary>
    public static string Letters { get; } = FromA1 + FromB5.Replace(" ", "", StringComparison.Ordinal);

    public static bool CanWrite(string text) => text.All(letter => letter < 128 || ByteOf(letter) != 0);

    public static string Encode(string nfc) => string.Create(nfc.Length, nfc, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = text[i] < 128 ? text[i] : Byte(text[i]);
    });

    private static char Byte(char letter) =>
        ByteOf(letter) is not '\0' and var found ? found : throw new ArgumentException($"TCVN3 has no U+{(int)letter:X4}.");

    private static char ByteOf(char letter) => letter < Bytes.Length ? Bytes[letter] : '\0';

    private static char[] Table()
    {
        var table = new char['ỹ' + 1];
        Fill(table, FromA1, 0xA1);
        Fill(table, FromB5, 0xB5);
        return table;
    }

    private static void Fill(char[] table, string letters, int first)
    {
        for (var i = 0; i < letters.Length; i++)
            if (letters[i] != ' ')
                table[letters[i]] = (char)(first + i);
    }
}
