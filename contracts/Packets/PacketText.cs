using System.Globalization;
using System.Runtime.CompilerServices;

namespace IntegrationHub.Contracts.Packets;

/// <summary>The forms of the scalars that are no texts.</summary>
internal static class PacketText
{
    /// <summary>The length of <c>yyyyMMddHHmmss</c>.</summary>
    public const int TimeLength = 14;

    public static ReadOnlySpan<byte> Of(DateTimeOffset time, Span<byte> text)
    {
        var local = VietnamTime.Of(time).DateTime;
        Digits(local.Year, text[..4]);
        Digits(local.Month, text[4..6]);
        Digits(local.Day, text[6..8]);
        Digits(local.Hour, text[8..10]);
        Digits(local.Minute, text[10..12]);
        Digits(local.Second, text[12..14]);
        return text[..TimeLength];
    }

    public static string? StartOf(DateOnly? day) => day?.ToString("yyyyMMdd'000000'", CultureInfo.InvariantCulture);

    // Trailing zeros say nothing; a fraction, which the contract refuses, would still be shown and not rounded away.
    public static string Of(decimal amount) => amount.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The number of an enumeration's value; all of them are made of <see cref="int"/>.</summary>
    public static int NumberOf<T>(T code)
        where T : struct, Enum => Unsafe.SizeOf<T>() == sizeof(int)
            ? Unsafe.BitCast<T, int>(code)
            : throw new InvalidOperationException($"{typeof(T).Name} is not made of int.");

    private static void Digits(int number, Span<byte> text)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10)
            text[i] = (byte)('0' + (number % 10));
    }
}
