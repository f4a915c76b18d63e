using System.Globalization;

namespace IntegrationHub.Contracts.Packets;

/// <summary>How scalars travel: every one as a text, an unknown one as an empty text.</summary>
internal static class PacketText
{
    public static string Of(DateTimeOffset time) => VietnamTime.Of(time).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset? time) => time is { } known ? Of(known) : "";

    public static string? StartOf(DateOnly? day) => day?.ToString("yyyyMMdd'000000'", CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "True" : "False";

    public static string Of(bool? value) => value is { } known ? Of(known) : "";

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    // Trailing zeros say nothing; a fraction, which the contract refuses, would still be shown and not rounded away.
    public static string Of(decimal amount) => amount.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The official code of a code list whose enumeration carries it as its number.</summary>
    public static string Code<T>(T code)
        where T : struct, Enum => code.ToString("D");
}
