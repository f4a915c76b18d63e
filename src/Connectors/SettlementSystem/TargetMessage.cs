using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// Makes the target's own words fit for operators and logs: whatever they repeat of a packet's personal values is taken out. Only
/// members that can hold nothing personal may be repeated.
/// </summary>
internal static partial class TargetMessage
{
    private const int Longest = 300;
    private const int MostPackets = 10;
    private const string Hidden = "(…)";

    private static readonly HashSet<string> Harmless =
    [
        "MaHoSo", "MaTTHC", "TenTTHC", "MaLinhVuc", "TenLinhVuc", "KenhThucHien", "LoaiDoiTuong", "TrangThaiHoSo",
        "HinhThuc", "DonViXuLy", "PhienBan", "nguon",
        "NgayTiepNhan", "NgayHenTra", "NgayTra", "NgayKetThucXuLy", "ThoiDiemXuLy", "NgayBatDau",
        "NgayKetThucTheoQuyDinh", "TrangThai", "PhongBanXuLy", "ChucDanh",
    ];

    /// <summary>Cleans a message.</summary>
    /// <param name="message">The target's words.</param>
    /// <param name="sent">The packets that it may repeat; none in a question, whose answer may tell about anybody.</param>
    /// <returns>Its words without what they repeat; a sentence in their place where that cannot be known.</returns>
    public static string Clean(string? message, IReadOnlyList<Spliced> sent)
    {
        if (string.IsNullOrWhiteSpace(message))
            return "it does not say why.";
        if (sent.Count is 0 or > MostPackets)
            return "its words are not kept, for nothing says whom they may tell about.";

        foreach (var packet in sent)
            message = WithoutValuesOf(packet, message);
        message = Control().Replace(Address().Replace(LongNumber().Replace(message, Hidden), Hidden), " ");
        return message.Length <= Longest ? message : message[..Longest] + "…";
    }

    private static string WithoutValuesOf(Spliced packet, string message)
    {
        try
        {
            using var document = JsonDocument.Parse(packet.Text);
            foreach (var value in Values(document.RootElement).Where(value => value.Length >= 3).OrderByDescending(value => value.Length))
                message = message.Replace(value, Hidden, StringComparison.OrdinalIgnoreCase);
            return message;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            return Hidden;
        }
    }

    private static IEnumerable<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Where(member => !Harmless.Contains(member.Name))
            .SelectMany(member => Values(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Values),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    /// <summary>Identity, tax and phone numbers; fourteen digits are a date.</summary>
    [GeneratedRegex(@"(?<!\d)(\d{9,13}|\d{15,})(?!\d)")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\p{C}+")]
    private static partial Regex Control();
}
