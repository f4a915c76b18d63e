using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// Texts that are the same in JSON however they are written: what is printable of ASCII, without the quotation mark and the backslash,
/// and the letters of Vietnamese. Nearly all texts are plain, and telling so costs less than looking for what must be escaped.
/// </summary>
internal static class PlainText
{
    /// <summary>How packets are written where they are held as JSON nodes, and what escapes the texts that are not plain.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static bool Is(ReadOnlySpan<char> text)
    {
        var rest = MemoryMarshal.Cast<char, ushort>(text);
        for (; rest.Length >= Vector<ushort>.Count; rest = rest[Vector<ushort>.Count..])
            if (!Are(new Vector<ushort>(rest)))
                return false;
        foreach (var unit in rest)
            if (!Is((char)unit))
                return false;
        return true;
    }

    public static bool Is(char c) => c switch
    {
        '"' or '\\' => false,
        >= ' ' and <= '~' => true,
        >= 'À' and <= 'ɏ' => true,
        >= 'Ạ' and <= 'ỹ' => true,
        _ => false,
    };

    private static bool Are(Vector<ushort> units)
    {
        var letters = Between(units, ' ', '~') | Between(units, 'À', 'ɏ') | Between(units, 'Ạ', 'ỹ');
        var marks = Vector.Equals(units, new Vector<ushort>('"')) | Vector.Equals(units, new Vector<ushort>('\\'));
        return Vector.EqualsAll(Vector.AndNot(letters, marks), Vector<ushort>.AllBitsSet);
    }

    private static Vector<ushort> Between(Vector<ushort> units, char first, char last) =>
        Vector.LessThanOrEqual(units - new Vector<ushort>(first), new Vector<ushort>((ushort)(last - first)));
}
