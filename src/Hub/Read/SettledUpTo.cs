using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Read;

/// <summary>
/// How far the watermark may follow the pages of a run. A row may be committed as late as the lag after its time, so what was read
/// while its time lay within the lag is not settled: there the watermark waits for the rest of the run, however long that takes, and
/// the next run begins the lag before it. A run that goes on from where another one ended cannot know when that one read, and lets
/// the watermark stand.
/// </summary>
internal sealed class SettledUpTo(StreamState stream, TimeSpan lag)
{
    private Position? held = stream.Position is null ? null : stream.Watermark;

    public Position After(SourcePage page)
    {
        if (held is null && page.ReadUpTo.Time > page.Present - lag)
            held = page.ReadUpTo;
        return held ?? page.ReadUpTo;
    }
}
