using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// The forms that nearly every date has, read without a format: <c>yyyyMMddHHmmss</c>, <c>yyyy-MM-dd HH:mm:ss</c> also with a T, and the
/// day alone. What it refuses may still be a date of another form; what it reads, every other reader reads the same.
/// </summary>
internal static class UsualDates
{
    /// <summary>Reads a local point in time.</summary>
    public static bool TryReadInstant(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        var second = -1;
        var (year, month, day, hour, minute) = text.Length switch
        {
            14 => (Number(text, 0, 4), Number(text, 4, 2), Number(text, 6, 2), Number(text, 8, 2), Number(text, 10, 2)),
            19 when IsParted(text) => (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2)),
            _ => default,
        };
        if (year > 0)
            second = Number(text, text.Length - 2, 2);
        return TryMake(year, month, day, hour, minute, second, out instant);
    }

    /// <summary>Reads a day alone, <c>yyyyMMdd</c>, as its first moment.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        return text.Length == 8 && TryMake(Number(text, 0, 4), Number(text, 4, 2), Number(text, 6, 2), 0, 0, 0, out instant);
    }

    private static bool TryMake(int year, int month, int day, int hour, int minute, int second, out DateTimeOffset instant)
    {
        var exists = year is >= Limits.FirstYear and <= Limits.LastYear && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60;
        instant = exists ? new(year, month, day, hour, minute, second, WireDates.Vietnam) : default;
        return exists && Limits.Allow(instant);
    }

    private static bool IsParted(ReadOnlySpan<byte> text) =>
        text[4] == '-' && text[7] == '-' && text[10] is (byte)'T' or (byte)' ' && text[13] == ':' && text[16] == ':';

    // Below nothing where a character is no digit.
    private static int Number(ReadOnlySpan<byte> text, int from, int length)
    {
        var number = 0;
        foreach (var digit in text.Slice(from, length))
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
