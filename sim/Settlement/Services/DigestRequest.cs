using System.Buffers;
using System.Globalization;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>The request members that the digest services share. Null stands for one that is malformed.</summary>
internal static class DigestRequest
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static string? Prefix(Call call, int least, int most) =>
        call.Text("tienTo") is { } prefix
        && prefix.Length >= least
        && prefix.Length <= most
        && !prefix.AsSpan().ContainsAnyExcept(HexDigits)
            ? prefix
            : null;

    public static int? Count(Call call) =>
        int.TryParse(call.Text("soLuong"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? Math.Min(count, Limits.PageRows)
            : null;
}
