using System.Text.Encodings.Web;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Reads the journal of callbacks as a stream ordered by sequence.</summary>
public static class JournalReads
{
    /// <summary>Reads a page; a record's content is <c>{"callback":name,"body":{…}}</c>, its key the callback's own.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="connector">The connector's id.</param>
    /// <param name="from">Where to go on.</param>
    /// <param name="pageSize">Callbacks a page.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The page.</returns>
    public static async Task<SourcePage> ReadPageAsync(
        this ICallbackJournal journal, string connector, Position? from, int pageSize, CancellationToken cancellationToken)
    {
        var after = from?.Sequence ?? 0;
        var callbacks = await journal.ReadAsync(connector, after, pageSize, cancellationToken);
        var last = Position.AtSequence(callbacks is [.., var newest] ? newest.Sequence : after);
        return new()
        {
            Records = [.. callbacks.Select(RecordOf)],
            Next = last,
            HasMore = callbacks.Count == pageSize,
            ReadUpTo = last,
        };
    }

    private static SourceRecord RecordOf(JournaledCallback callback) => new()
    {
        Key = callback.Entry.Key,
        Content = $$"""{"callback":"{{JavaScriptEncoder.Default.Encode(callback.Entry.Name)}}","body":{{callback.Entry.Content}}}""",
    };
}
