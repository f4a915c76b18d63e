using System.Globalization;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>A whole number up to 2^63-1 without leading zeros; the number decides, not the length of the string.</summary>
internal static class PhienBan
{
    /// <summary>Below every number: what a basic profile has stored without one.</summary>
    public const long None = -1;

    public static bool TryRead(string text, out long number)
    {
        number = None;
        var hasLeadingZero = text.Length > 1 && text[0] == '0';
        return !hasLeadingZero && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    public static string Write(long number) => number == None ? "" : number.ToString(CultureInfo.InvariantCulture);
}
