using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>Reads the records last touched, window of days by window of days, page by page, up to the licence system's today.</summary>
internal sealed class DrivingLicencesConnector(IDrivingLicencesApi api, DrivingLicencesOptions options, TimeProvider clock)
    : ISourceConnector, IConnectionCheck, IDisposable
{
    // A record touched while its page was made may show its new time.
    private static readonly TimeSpan JustTouched = TimeSpan.FromMinutes(5);

    private static readonly ListedMembers[] Needed =
        [ListedMembers.MaHoSo, ListedMembers.MaTTHC, ListedMembers.TrangThaiHoSo, ListedMembers.NgayCapNhat];

    private readonly DrivingLicencesCalls calls = new(api, options, clock);

    public async Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken)
    {
        var start = from ?? Position.AtTime(WireDates.StartOf(options.StartDate));
        var window = start.Key is { } key
            ? DayWindow.Parse(key).Paged(options.PageSize)
            : DayWindow.Of(WireDates.DayOf(start.Time!.Value), options.WindowDays, options.PageSize);
        return (await calls.ListAsync(window, cancellationToken)).Succeeded(out var page, out var fault)
            ? PageOf(start.Time!.Value, window, page)
            : fault;
    }

    public MapResult Map(SourceRecord record) => DrivingLicencesMapping.Map(record);

    public Task<Fault?> CheckAsync(CancellationToken cancellationToken) =>
        calls.CheckAsync(WireDates.DayOf(clock.GetUtcNow()), cancellationToken);

    public void Dispose() => calls.Dispose();

    private Outcome<SourcePage> PageOf(DateTimeOffset start, DayWindow window, ListedPage page)
    {
        var (records, today) = (page.Records.Select(RecordOf).ToList(), WireDates.DayOf(page.Present));
        if (Changed(window, page, records, today) is { } changed)
            return new Fault.Drift($"The driving licence system {changed}. Ask its owner what changed, then change the connector.");

        var next = window.Next(page.Total, today, options.WindowDays);
        var readUpTo = window.IsDone(next) ? Latest(start, window, records, page.Present) : start;
        return new SourcePage
        {
            Records = records,
            Next = Position.AtTime(readUpTo, next?.ToString()),
            HasMore = next is not null,
            ReadUpTo = Position.AtTime(readUpTo),
            Present = page.Present,
        };
    }

    private static string? Changed(DayWindow window, ListedPage page, List<SourceRecord> records, DateOnly today)
    {
        if (Array.Find(Needed, member => IsGone(member, page.Records)) is not ListedMembers.None and var gone)
            return $"no longer gives '{gone}'";
        if (window.Expected(page.Total, today) is { } expected && records.Count < expected)
            return $"gives {records.Count} records on page {window.Page} where its total of {page.Total} promises {expected}";
        var (first, last) = (DayWindow.Text(window.First), DayWindow.Text(window.Last));
        return records.Exists(record => record.Time < page.Present - JustTouched && !window.Holds(WireDates.DayOf(record.Time.Value)))
            ? $"gives records whose 'NgayCapNhat' lies outside the days asked for, {first} to {last}"
            : null;
    }

    // One record without the member is that record's fault, though it be alone on its page; all of several are the interface's.
    private static bool IsGone(ListedMembers member, IReadOnlyList<ListedRecord> records) =>
        records.Count > 1 && !records.Any(record => record.Members.HasFlag(member));

    // One that was touched while its page was made belongs to a later day, and the days until then are not read yet.
    private static DateTimeOffset Latest(DateTimeOffset start, DayWindow window, List<SourceRecord> records, DateTimeOffset present) =>
        records.Select(record => record.Time).Where(time => time <= present && window.Holds(WireDates.DayOf(time.Value)))
            .Append(start).Max()!.Value;

    private static SourceRecord RecordOf(ListedRecord record) => new()
    {
        Key = record.Number is { Length: > 0 and <= Limits.SourceKey } number ? number : Hash(record.Content),
        Time = WireDates.TryReadInstant(record.UpdatedAt, out var time) ? time : null,
        Content = record.Content,
    };

    // A record without a usable number is still counted and quarantined, by its content.
    private static string Hash(string content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
