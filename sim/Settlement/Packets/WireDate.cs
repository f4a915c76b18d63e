using System.Globalization;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>The form of a wire date, not its sense: which date comes before which is the hub's work.</summary>
internal static class WireDate
{
    public static bool IsDateOrEmpty(string text) =>
        text.Length == 0
        || DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
