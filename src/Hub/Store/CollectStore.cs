using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Map;

namespace IntegrationHub.Hub.Store;

/// <summary>Collecting, on whatever engine.</summary>
internal sealed class CollectStore(
    ILedger ledger, ICollectQueries queries, Fingerprint fingerprint, QuarantineWaits waits, TimeProvider clock)
    : ICollectStore
{
    // Two connectors may meet a new dossier at the same moment; one of them then finds it there.
    private const int Tries = 5;

    public async Task<StreamState> StreamAsync(string connector, CancellationToken cancellationToken) =>
        await queries.StreamAsync(connector, cancellationToken) is { } row
            ? new StreamState(Parse(row.Watermark), Parse(row.Position), row.PausedAt is not null)
            : new StreamState(null, null, false);

    public Task<long> BeginRunAsync(string connector, string origin, string trigger, CancellationToken cancellationToken) =>
        ledger.DecideAsync(
            new() { About = 1 },
            slice =>
            {
                var run = new RunRow(slice.NextId(IdKind.Run), connector, origin, trigger, clock.NowMicros());
                slice.Runs.Add(run);
                return run.Id;
            },
            cancellationToken);

    public async Task<IReadOnlySet<string>> UnknownAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
    {
        var known = await queries.DossiersAsync(numbers, cancellationToken);
        return numbers.Where(number => !known.ContainsKey(number)).ToHashSet();
    }

    public async Task<PageReceipt> CommitPageAsync(PageCommit page, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryCommitPageAsync(page, cancellationToken);
            }
            catch (LedgerConflictException) when (attempt < Tries)
            {
                // Looked at again, it is known.
            }
        }
    }

    private async Task<PageReceipt> TryCommitPageAsync(PageCommit page, CancellationToken cancellationToken)
    {
        var numbers = page.Sound.Select(record => record.Number).ToHashSet();
        var known = await queries.DossiersAsync(numbers, cancellationToken);
        var glance = PageGlance.At(page, known);
        return await ledger.DecideAsync(
            glance.Need,
            slice => new PageWriter(slice, page with { Seen = glance.Seen }, waits, fingerprint.Value, clock.NowMicros()).Write(),
            cancellationToken);
    }

    public Task EndRunAsync(RunEnded run, CancellationToken cancellationToken) => ledger.DecideAsync(
        new() { Stream = run.Connector, Lease = run.Lease },
        slice =>
        {
            var now = clock.NowMicros();
            var fault = run.Fault;
            slice.RunEnds.Add(new(run.Run, now, fault is null ? "completed" : "failed", fault?.Name, fault?.Message));
            slice.Streams.Put(After(slice.Streams.Find(run.Connector) ?? new(run.Connector), run, now));
        },
        cancellationToken);

    // How a source does is told by the runs that read it; a release from quarantine says nothing of that.
    private static StreamRow After(StreamRow stream, RunEnded run, long now)
    {
        if (run.Origin == Origins.Source)
            stream = stream with
            {
                Fault = run.Fault?.Name,
                FaultMessage = run.Fault?.Message,
                Failures = run.Fault is null ? 0 : stream.Failures + 1,
            };
        return run.Pause ? stream with { PausedAt = now, PausedReason = run.Fault!.Message } : stream;
    }

    public Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, CancellationToken cancellationToken) =>
        queries.DueQuarantineAsync(which, clock.NowMicros(), cancellationToken);

    public Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken) =>
        queries.ClosedQuarantineAsync(entries, cancellationToken);

    private static Position? Parse(string? text) => text is null ? null : Position.Parse(text);
}
