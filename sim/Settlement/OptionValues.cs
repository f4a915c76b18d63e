using System.Globalization;
using System.Net;
using IntegrationHub.Sim.Settlement.Faults;

namespace IntegrationHub.Sim.Settlement;

/// <summary>The values of the command line; null for one that makes no sense.</summary>
internal static class OptionValues
{
    public static Profile? Profile(string text) => text switch
    {
        "basic" => Settlement.Profile.Basic,
        "extended" => Settlement.Profile.Extended,
        _ => null,
    };

    public static bool? Switch(string text) => text switch { "on" => true, "off" => false, _ => null };

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Port(string text) => Whole(text) is >= 0 and <= IPEndPoint.MaxPort and var port ? port : null;

    public static TimeSpan? Seconds(string text) => Number(text) is >= 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary><c>name=share</c>, the name as in the statistics.</summary>
    public static (FaultKind Kind, double Share)? Rate(string text)
    {
        var parts = text.Split('=');
        if (parts.Length != 2 || Number(parts[1]) is not (>= 0 and <= 1 and var share))
            return null;

        var kind = FaultRates.Kinds.FirstOrDefault(kind => FaultRates.NameOf(kind) == parts[0]);
        return kind == FaultKind.None ? null : (kind, share);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
