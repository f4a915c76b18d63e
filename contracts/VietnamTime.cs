using System.Globalization;

namespace IntegrationHub.Contracts;

/// <summary>The time that people here read: Vietnam's, UTC+7 all year.</summary>
public static class VietnamTime
{
    /// <summary>How far it is before UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The same moment by Vietnam's clocks.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The moment.</returns>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>A moment as messages and tables write it: <c>2026-01-05 14:00:05+07</c>.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The text.</returns>
    public static string Say(DateTimeOffset moment) => Of(moment).ToString("yyyy-MM-dd HH:mm:sszz", CultureInfo.InvariantCulture);
}
