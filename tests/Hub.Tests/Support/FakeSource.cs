using System.Text.Json;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>A source whose records the test writes down: <see cref="MapResult"/>s by key, paged by time.</summary>
internal sealed class FakeSource : ISourceConnector
{
    private readonly List<SourceRecord> rows = [];
    private readonly Dictionary<string, Func<SourceRecord, MapResult>> results = [];

    public int PageSize { get; set; } = 100;

    public DateTimeOffset? Present { get; set; }

    public Queue<Fault> NextReads { get; } = new();

    public List<Position?> Asked { get; } = [];

    /// <summary>After so many pages every read fails.</summary>
    public int? FailAfter { get; set; }

    /// <summary>What a key means now, whatever was written down; a mended mapping.</summary>
    public Dictionary<string, Func<SourceRecord, MapResult>> Mended { get; } = [];

    /// <summary>What happens between reading a page and handing it over.</summary>
    public Func<CancellationToken, Task> AfterReading { get; set; } = _ => Task.CompletedTask;

    public void Add(string key, DateTimeOffset time, Func<SourceRecord, MapResult> map, string? content = null)
    {
        var record = new SourceRecord { Key = key, Time = time, Content = JsonSerializer.Serialize(new { key, rows.Count, content }) };
        rows.Add(record);
        results[record.Content] = map;
    }

    /// <summary>The source now has this in the place of what it had under the key.</summary>
    public void Replace(string key, DateTimeOffset time, Func<SourceRecord, MapResult> map, string? content = "replaced")
    {
        rows.RemoveAll(row => row.Key == key);
        Add(key, time, map, content);
    }

    public async Task<Outcome<SourcePage>> ReadAsync(Position? from, CancellationToken cancellationToken)
    {
        var page = Read(from);
        await AfterReading(cancellationToken);
        return page;
    }

    private Outcome<SourcePage> Read(Position? from)
    {
        Asked.Add(from);
        if (FailAfter is { } pages && Asked.Count > pages)
            return new Fault.Transient("down");
        if (NextReads.TryDequeue(out var fault))
            return fault;

        var ordered = rows.OrderBy(r => r.Time).ThenBy(r => r.Key, StringComparer.Ordinal)
            .Where(r => from is not { } f || r.Time > f.Time || (r.Time == f.Time && (f.Key is null || string.CompareOrdinal(r.Key, f.Key) > 0))).ToList();
        var page = ordered.Take(PageSize).ToList();
        var last = page.Count > 0 ? page[^1] : null;
        var next = last is null ? from ?? Position.AtTime(DateTimeOffset.UnixEpoch) : Position.AtTime(last.Time!.Value, last.Key);
        var upTo = Present is { } present && next.Time > present ? Position.AtTime(present) : Position.AtTime(next.Time!.Value);
        return new SourcePage { Records = page, Next = next, HasMore = ordered.Count > page.Count, ReadUpTo = upTo, Present = Present };
    }

    public MapResult Map(SourceRecord record) => Mended.TryGetValue(record.Key, out var mended) ? mended(record) : results[record.Content](record);
}
