using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Flow;

/// <summary>
/// READ → MAP → VALIDATE → STORE, a page at a time;
/// each page is one transaction, so a run that dies loses nothing and repeats nothing.
/// </summary>
internal sealed class CollectFlow(RecordMapper mapper, BaseFinder bases, ICollectStore store, LedgerRoom room, FlowMeter meter, IIdSource ids)
{
    /// <summary>Reads a source up to its present.</summary>
    public async Task<Fault?> CollectAsync(Source source, long run, Lease? lease, CancellationToken cancellationToken)
    {
        var stream = await store.StreamAsync(source.Id, cancellationToken);
        var position = stream.Start(source.Manifest.Lag);
        var settled = new SettledUpTo(stream, source.Manifest.Lag);
        for (var pageNo = 1; ; pageNo++)
        {
            using var _ = meter.Measure(Stage.Collect);
            var read = await source.Connector.ReadAsync(position, cancellationToken);                       // READ
            if (!read.Succeeded(out var page, out var fault))
                return fault;

            var judged = page.Records
                .Select(record => source.Name(record, ids.Next()))
                .Select(record => mapper.Judge(source, record, page.Present))                               // MAP, VALIDATE
                .ToList();

            var receipt = await store.CommitPageAsync(                                                      // STORE
                new()
                {
                    Run = run,
                    Lease = lease,
                    PageNo = pageNo,
                    Origin = Origins.Source,
                    Source = source,
                    Records = judged,
                    Bases = await bases.FindAsync(judged, cancellationToken),
                    ReadUpTo = settled.After(page),
                    Next = page.HasMore ? page.Next : null,
                },
                cancellationToken);
            meter.Collected(receipt);

            var paused = (await store.StreamAsync(source.Id, cancellationToken)).Paused;                    // by an operator, meanwhile
            if (!page.HasMore || paused || room.WhyNotRead is not null)
                return null;
            position = page.Next;
        }
    }

    /// <summary>Tries entries of quarantine again: the same stages, with quarantine as the source.</summary>
    public async Task ReleaseAsync(
        Source source, long run, Lease? lease, IReadOnlyList<QuarantineEntry> entries, CancellationToken cancellationToken)
    {
        var judged = entries.Select(entry => mapper.JudgeAgain(source, entry)).ToList();
        var receipt = await store.CommitPageAsync(
            new()
            {
                Run = run,
                Lease = lease,
                PageNo = 1,
                Origin = Origins.Quarantine,
                Source = source,
                Records = judged,
                Bases = await bases.FindAsync(judged, cancellationToken),
            },
            cancellationToken);
        meter.Collected(receipt);
    }
}
