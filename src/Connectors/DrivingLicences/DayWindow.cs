using System.Globalization;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>
/// The days that are asked for, and the page within them. Pages are numbered, not keyed, so a record that is touched between two
/// pages moves the others: out of past days, where the total then changes, or to the end of today, which is therefore asked for
/// by itself as soon as it takes more than a page.
/// </summary>
internal sealed record DayWindow(DateOnly First, DateOnly Last, int PageSize, int Page = 1, long? Total = null)
{
    private const string Day = "yyyy-MM-dd";

    public static DayWindow Of(DateOnly first, int days, int pageSize) => new(first, first.AddDays(days - 1), pageSize);

    /// <summary>Reads the text form; an older one does not say its page size, which then is 0.</summary>
    public static DayWindow Parse(string text) => text.Split('/') is [var first, var last, var page, var total, .. var size]
        ? new(
            DateOnly.ParseExact(first, Day, CultureInfo.InvariantCulture),
            DateOnly.ParseExact(last, Day, CultureInfo.InvariantCulture),
            size is [var rows] ? Number(rows) : 0,
            Number(page),
            total.Length == 0 ? null : long.Parse(total, CultureInfo.InvariantCulture))
        : throw new FormatException($"Not a window of days: '{text}'.");

    /// <summary>The window for pages of this size. Of another size no page number means the same: its days are read again.</summary>
    public DayWindow Paged(int pageSize) => pageSize == PageSize ? this : new(First, Last, pageSize);

    /// <summary>How many records this page must hold; null when the days have moved and are read again anyway.</summary>
    public long? Expected(long total, DateOnly today) =>
        HasMoved(total, today) ? null : Math.Clamp(total - ((Page - 1L) * PageSize), 0, PageSize);

    /// <summary>Whether a record belongs to the days asked for.</summary>
    public bool Holds(DateOnly day) => First <= day && day <= Last;

    /// <summary>What to ask for next, given the total that this page told; null when all days up to today are read.</summary>
    public DayWindow? Next(long total, DateOnly today, int days)
    {
        if (HasMoved(total, today))
            return new(First, First.AddDays((Last.DayNumber - First.DayNumber) / 2), PageSize);
        if (Page == 1 && total > PageSize && First < today && today <= Last)
            return new(First, today.AddDays(-1), PageSize);
        if ((long)Page * PageSize < total)
            return this with { Page = Page + 1, Total = total };
        return Last < today ? Of(Last.AddDays(1), days, PageSize) : null;
    }

    /// <summary>Whether the step from this window to the next one means that its days are read.</summary>
    public bool IsDone(DayWindow? next) => next is null || next.First > Last;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(First)}/{Text(Last)}/{Page}/{Total}/{PageSize}");

    public static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // Today grows at its end, which moves nothing.
    private bool HasMoved(long total, DateOnly today) => Total is { } before && (First < today ? total != before : total < before);
}
