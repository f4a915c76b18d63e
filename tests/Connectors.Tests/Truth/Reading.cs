using IntegrationHub.Connectors.Sdk;
using Shouldly;

namespace IntegrationHub.Connectors.Tests.Truth;

/// <summary>Runs a connector as the hub does: from the watermark less the lag, page by page, records dated later left out.</summary>
internal sealed class Reading(ISourceConnector connector, ConnectorManifest manifest)
{
    private Position? watermark;

    public async Task RunAsync(Copy copy, CancellationToken stop)
    {
        var (from, more) = (watermark?.Back(manifest.Lag), true);
        for (var pages = 0; more; pages++)
        {
            pages.ShouldBeLessThan(10_000, "the pages never end");
            var page = (await connector.ReadAsync(from, stop)).Succeeded(out var read, out var fault)
                ? read
                : throw new InvalidOperationException(fault.Message);
            foreach (var record in page.Records.Where(record => !(record.Time > page.Present)))
                Take(copy, record);
            (from, more) = (Position.Parse(page.Next.ToString()), page.HasMore);
            watermark = Position.Later(page.ReadUpTo, watermark);
        }
    }

    private void Take(Copy copy, SourceRecord record)
    {
        if (connector.Map(SourceText.Clean(record with { Origin = new(manifest.Id, manifest.Stream, "test") }, manifest.Text)) is MapResult.Mapped mapped)
            foreach (var canonical in mapped.Records)
                copy.Take(canonical);
    }
}
