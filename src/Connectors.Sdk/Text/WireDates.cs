using System.Buffers;
using System.Globalization;
using System.Text;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// The date forms met on the wires of sector systems, typed at the edge. Forms without a zone are local time of Vietnam, UTC+7
/// without summer time. A date that is not in the calendar, or is the "empty" or "never" of some software (0001, 9999), is refused,
/// never rounded; every form is matched whole.
/// </summary>
public static class WireDates
{
    /// <summary>The zone of every local form: UTC+7, all year round.</summary>
    public static readonly TimeSpan Vietnam = VietnamTime.Offset;

    private const int LongestUsual = 19;

    private static readonly string[] LocalInstants =
    [
        "yyyyMMddHHmmss", "dd/MM/yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] ZonedInstants = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"];

    private static readonly string[] Days = ["yyyyMMdd", "dd/MM/yyyy", "dd.MM.yyyy", "yyyy-MM-dd"];

    /// <summary>Reads a point in time: any form that has a time of day, with or without a zone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">The point in time, with the offset it was written in.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryReadInstant(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null)
            return false;
        if (TryReadUsual(text, out instant))
            return true;
        if (!Exact(text, LocalInstants, out var local))
            return TryReadZoned(text, out instant);
        return IsLocal(local.Year) && Allowed(new(local, Vietnam), out instant);
    }

    /// <summary>Reads a point in time that says its zone: ISO 8601 with <c>Z</c> or an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">The point in time, with the offset it was written in.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryReadZoned(string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text is not null && HasZone(text)
            && DateTimeOffset.TryParseExact(text, ZonedInstants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned)
            && Allowed(zoned, out instant);
    }

    /// <summary>Reads a whole day: any form without a time of day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryReadDay(string? text, out DateOnly day)
    {
        var read = DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Limits.Allow(day);
        day = read ? day : default;
        return read;
    }

    /// <summary>Reads a point in time, or a day as its first moment (00:00:00 local), as the packets write a promised day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">The point in time.</param>
    /// <returns>Whether the text is either.</returns>
    public static bool TryReadInstantOrDay(string? text, out DateTimeOffset instant)
    {
        if (TryReadInstant(text, out instant))
            return true;
        return TryReadDay(text, out var day) && Allowed(StartOf(day), out instant);
    }

    /// <summary>Reads a date of which parts may be unknown: <c>yyyy</c>, <c>yyyy-MM</c>, or any whole day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date; parts that are not written stay unknown.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryReadPartial(string? text, out PartialDate date)
    {
        var read = TryReadDay(text, out var day)
            ? PartialDate.TryCreate(day.Year, day.Month, day.Day, out date)
            : PartialDate.TryParse(text, out date) && Limits.Allow(date);
        date = read ? date : default;
        return read;
    }

    /// <summary>Reads a date of which its kind says the known parts; the others are dropped, for they are fillings (01/01/1987).</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">Which parts are known.</param>
    /// <param name="date">The date.</param>
    /// <returns>Whether the text is a date that has these parts.</returns>
    public static bool TryReadPartial(string? text, PartialDateKind kind, out PartialDate date) =>
        TryReadPartial(text, out date) && kind switch
        {
            PartialDateKind.Year => PartialDate.TryCreate(date.Year, null, null, out date),
            PartialDateKind.YearAndMonth => date.Month is not null && PartialDate.TryCreate(date.Year, date.Month, null, out date),
            _ => date.Day is not null,
        };

    /// <summary>What a code of <c>loaiNgaySinh</c> says.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The kind, or <see langword="null"/> when there is no such code.</returns>
    public static PartialDateKind? KindOf(string code) => code switch
    {
        "0" => PartialDateKind.Full,
        "1" => PartialDateKind.Year,
        "2" => PartialDateKind.YearAndMonth,
        _ => null,
    };

    /// <summary>The first moment of a day in Vietnam.</summary>
    /// <param name="day">The day.</param>
    /// <returns>00:00:00 at UTC+7.</returns>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Vietnam);

    /// <summary>The day that a point in time falls on in Vietnam.</summary>
    /// <param name="instant">The point in time.</param>
    /// <returns>The day.</returns>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Vietnam).DateTime);

    private static bool TryReadUsual(string text, out DateTimeOffset instant)
    {
        Span<byte> ascii = stackalloc byte[LongestUsual];
        instant = default;
        return text.Length <= LongestUsual
            && Ascii.FromUtf16(text, ascii, out var length) is OperationStatus.Done
            && UsualDates.TryReadInstant(ascii[..length], out instant);
    }

    // Year 1 has no moment at UTC+7 to be judged by.
    private static bool IsLocal(int year) => year >= Limits.FirstYear;

    private static bool Allowed(DateTimeOffset read, out DateTimeOffset instant)
    {
        instant = Limits.Allow(read) ? read : default;
        return instant != default;
    }

    private static bool Exact(string text, string[] forms, out DateTime value) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    // K also matches nothing, which would read a local time with the machine's own zone.
    private static bool HasZone(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}
