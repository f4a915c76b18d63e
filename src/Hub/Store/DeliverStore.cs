using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Store;

/// <summary>Delivering, on whatever engine.</summary>
internal sealed class DeliverStore(ILedger ledger, IDeliverQueries queries, TimeProvider clock) : IDeliverStore
{
    public Task<IReadOnlyList<int>> DueRangesAsync(CancellationToken cancellationToken) =>
        queries.DueRangesAsync(clock.NowMicros(), cancellationToken);

    public Task HurryAsync(CancellationToken cancellationToken)
    {
        var now = clock.NowMicros();
        return queries.HurryAsync(now, now + OutboxWriter.Moment, cancellationToken);
    }

    public Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, int limit, CancellationToken cancellationToken) =>
        queries.DueDossiersAsync(range, clock.NowMicros(), limit, cancellationToken);

    public Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, int limit, CancellationToken cancellationToken) =>
        queries.DueProgressAsync(range, clock.NowMicros(), limit, cancellationToken);

    public Task<IReadOnlyList<Rebased?>> RebaseAsync(
        DeliveryRange range, IReadOnlyList<(PendingDossier Row, TargetDossier Target)> read, CancellationToken cancellationToken)
    {
        var numbers = read.Select(r => r.Row.Number).ToList();
        return ledger.DecideAsync<IReadOnlyList<Rebased?>>(
            new() { Lease = range.Lease, Numbers = numbers, Deep = _ => true, Progress = numbers, About = numbers.Count },
            slice =>
            {
                var rebase = new Rebase(slice, clock.NowMicros());
                return [.. read.Select(r => rebase.Apply(r.Row, r.Target))];
            },
            cancellationToken);
    }

    public Task<Attempt<T>> OpenAttemptAsync<T>(DeliveryRange range, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : PendingRow
    {
        var unowned = rows.OfType<PendingDossier>().Where(row => !row.Owned).Select(row => row.Number).ToList();
        return ledger.DecideAsync(
            new() { Lease = range.Lease, Rows = [.. rows.Select(row => row.Id)], Numbers = unowned, Deep = _ => true },
            slice => new AttemptOpener(slice, clock.NowMicros()).Open(range.Number, rows),
            cancellationToken);
    }

    public Task CloseAttemptAsync(
        DeliveryRange range, long attempt, IReadOnlyList<Settled> settled, CancellationToken cancellationToken) =>
        SettleAsync(range, settled, attempt, cancellationToken);

    public Task AbandonAttemptAsync<T>(DeliveryRange range, Attempt<T> attempt, CancellationToken cancellationToken)
        where T : PendingRow =>
        AbandonAsync(range, new(attempt.Id, [.. attempt.Rows.OfType<PendingDossier>().Select(row => row.Number)]), cancellationToken);

    public async Task<int> AbandonAttemptsAsync(DeliveryRange range, CancellationToken cancellationToken)
    {
        var open = await queries.OpenAttemptsAsync(range.Number, cancellationToken);
        foreach (var attempt in open)
            await AbandonAsync(range, attempt, cancellationToken);
        return open.Count;
    }

    public Task SettleAsync(DeliveryRange range, IReadOnlyList<Settled> settled, CancellationToken cancellationToken) =>
        settled.Count == 0 ? Task.CompletedTask : SettleAsync(range, settled, attempt: null, cancellationToken);

    private Task SettleAsync(
        DeliveryRange range, IReadOnlyList<Settled> settled, long? attempt, CancellationToken cancellationToken) => ledger.DecideAsync(
        new()
        {
            Lease = range.Lease,
            Numbers = [.. settled.Select(row => row.Number).Distinct()],
            Deep = row => row.Owner is null,
            Progress = [.. settled.Where(SpeaksOfProgress).Select(row => row.Number).Distinct()],
        },
        slice =>
        {
            var now = clock.NowMicros();
            new AttemptCloser(slice, now).Settle(settled);
            if (attempt is { } id)
                slice.AttemptEnds.Add(new(id, now, "known"));
        },
        cancellationToken);

    private static bool SpeaksOfProgress(Settled settled) =>
        settled is Settled.ProgressAcknowledged or Settled.Held or Settled.DossierAcknowledged { Sent.Lost: true };

    // A call whose fate is not known may still take effect: also the row that superseded one of its rows looks first.
    private Task AbandonAsync(DeliveryRange range, OpenAttempt attempt, CancellationToken cancellationToken) => ledger.DecideAsync(
        new() { Lease = range.Lease, Numbers = attempt.Numbers },
        slice =>
        {
            foreach (var row in attempt.Numbers.Distinct().SelectMany(number => slice.PendingOf(number, OutboxKind.Dossier)))
                slice.Note(row, new OutboxEvent.Doubted());
            slice.AttemptEnds.Add(new(attempt.Id, clock.NowMicros(), "abandoned"));
        },
        cancellationToken);
}
