using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Sim.Sources.Faces;

/// <summary>How everything is written on the simulator's wires.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = null,
    };

    /// <summary>The sources keep local time; the land registry alone tells UTC.</summary>
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static string As(this DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    public static string? As(this DateTime? time, string format) => time?.As(format);

    /// <summary>The packets' <c>yyyyMMddHHmmss</c>.</summary>
    public static string Packet(this DateTime time) => time.As("yyyyMMddHHmmss");

    public static string Packet(this DateTime? time) => time?.Packet() ?? "";

    public static string Iso(this DateTime time) => time.As("yyyy-MM-ddTHH:mm:ss");

    public static string Utc(this DateTime time) => (time - Vietnam).As("yyyy-MM-ddTHH:mm:ssZ");

    public static DateTime LocalNow(this TimeProvider clock) =>
        DateTime.SpecifyKind(
            new(clock.GetUtcNow().ToOffset(Vietnam).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond),
            DateTimeKind.Unspecified);

    public static string Text(this int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Decomposed(this string text) => text.Normalize(NormalizationForm.FormD);
}
