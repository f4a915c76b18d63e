using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Contracts.Packets;

/// <summary>Numbers as ECMAScript writes them (<c>Number::toString</c>), which RFC 8785 section 3.2.2.3 asks for.</summary>
internal static class CanonicalNumber
{
    public static void Write(double number, IBufferWriter<byte> output) => Encoding.ASCII.GetBytes(ToText(number), output);

    public static string ToText(double number)
    {
        if (!double.IsFinite(number))
            throw new JsonException("A number lies beyond what a double can hold.");
        if (number == 0)
            return "0";

        var (digits, point) = Decompose(Math.Abs(number));
        var sign = number < 0 ? "-" : "";
        return sign + Place(digits, point);
    }

    // The shortest digits that read back as the same double, and where their decimal point stands.
    private static (string Digits, int Point) Decompose(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? mantissa.Length : dot;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        return (digits.TrimEnd('0'), whole + exponent - (all.Length - digits.Length));
    }

    private static string Place(string digits, int point) => point switch
    {
        > 21 or < -5 => Scientific(digits, point - 1),
        <= 0 => "0." + new string('0', -point) + digits,
        _ when point >= digits.Length => digits + new string('0', point - digits.Length),
        _ => digits[..point] + "." + digits[point..],
    };

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{exponent:+0;-0}");
    }
}
