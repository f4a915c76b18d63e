using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>Reads the records last touched, window of days by window of days, page by page, up to the licence system's today.</summary>
internal sealed class DrivingLicencesConnector(IDrivingLicencesApi api, DrivingLicencesOptions options, TimeProvider clock)
    : ISourceConnector, IConnectionCheck, IDisposable
{
    // A record touched while its page was made may show its new time.
    private static readonly TimeSpan JustTouched = TimeSpan.FromMinutes(5);

    private static readonly string[] Needed = ["MaHoSo", "MaTTHC", "TrangThaiHoSo", "NgayCapNhat"];

    private readonly DrivingLicencesCalls calls = new(api, options, clock);

    public async Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken)
    {
        var start = from ?? Position.AtTime(WireDates.StartOf(options.StartDate));
        var window = start.Key is { } key ? DayWindow.Parse(key) : DayWindow.Of(WireDates.DayOf(start.Time!.Value), options.WindowDays);
        return (await calls.ListAsync(window, cancellationToken)).Succeeded(out var page, out var fault)
            ? PageOf(start.Time!.Value, window, page)
            : fault;
    }

    public MapResult Map(SourceRecord record) => DrivingLicencesMapping.Map(record);

    public Task<Fault?> CheckAsync(CancellationToken cancellationToken) => calls.CheckAsync(cancellationToken);

    public void Dispose() => calls.Dispose();

    private Outcome<SourcePage> PageOf(DateTimeOffset start, DayWindow window, ListedPage page)
    {
        var (records, today) = (page.Records.Select(RecordOf).ToList(), WireDates.DayOf(page.Present));
        if (Changed(window, page, records, today) is { } changed)
            return new Fault.Drift($"The driving licence system {changed}. Ask its owner what changed, then change the connector.");

        var next = window.Next(page.Total, options.PageSize, today, options.WindowDays);
        var readUpTo = window.IsDone(next) ? Latest(start, records, page.Present) : start;
        return new SourcePage
        {
            Records = records,
            Next = Position.AtTime(readUpTo, next?.ToString()),
            HasMore = next is not null,
            ReadUpTo = Position.AtTime(readUpTo),
            Present = page.Present,
        };
    }

    private string? Changed(DayWindow window, ListedPage page, List<SourceRecord> records, DateOnly today)
    {
        if (Needed.FirstOrDefault(member => IsGone(member, page.Records)) is { } gone)
            return $"no longer gives '{gone}'";
        if (window.Expected(page.Total, options.PageSize, today) is { } expected && records.Count < expected)
            return $"gives {records.Count} records on page {window.Page} where its total of {page.Total} promises {expected}";
        var (first, last) = (DayWindow.Text(window.First), DayWindow.Text(window.Last));
        return records.Exists(record => record.Time < page.Present - JustTouched && !window.Holds(WireDates.DayOf(record.Time.Value)))
            ? $"gives records whose 'NgayCapNhat' lies outside the days asked for, {first} to {last}"
            : null;
    }

    // One record without the member is that record's fault, all of them are the interface's.
    private static bool IsGone(string member, IReadOnlyList<JsonElement> records) =>
        records.Count > 0 && records.All(record => record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(member, out _));

    private static DateTimeOffset Latest(DateTimeOffset start, List<SourceRecord> records, DateTimeOffset present) =>
        records.Select(record => record.Time).Where(time => time <= present).Append(start).Max()!.Value;

    private static SourceRecord RecordOf(JsonElement record)
    {
        var content = record.GetRawText();
        return new() { Key = Text(record, "MaHoSo") ?? Hash(content), Time = TimeOf(record), Content = content };
    }

    private static DateTimeOffset? TimeOf(JsonElement record) =>
        WireDates.TryReadInstant(Text(record, "NgayCapNhat"), out var time) ? time : null;

    private static string? Text(JsonElement record, string member) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 and <= 200 } text ? text : null;

    // A record without a usable number is still counted and quarantined, by its content.
    private static string Hash(string content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
