using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>ACKNOWLEDGE, or what else became of the rows of an attempt: each row is written once, its dossier and bucket with it.</summary>
internal sealed class AttemptCloser(Slice slice, long now)
{
    private readonly OutboxWriter outbox = new(slice, now);

    public void Settle(IReadOnlyList<Settled> rows)
    {
        foreach (var row in rows)
            Settle(row);
        foreach (var dossier in rows.OfType<Settled.ProgressAcknowledged>().GroupBy(done => done.Number))
            AcknowledgeProgress(dossier.Key, dossier.Select(done => done.Sent));
    }

    private void Settle(Settled settled)
    {
        switch (settled)
        {
            case Settled.DossierAcknowledged done:
                Acknowledge(done);
                break;
            case Settled.ProgressAcknowledged:
                break;   // with the others of its dossier
            case Settled.Waits wait:
                Wait(wait);
                break;
            case Settled.Held held:
                Hold(held);
                break;
            case Settled.Died died:
                Die(died);
                break;
            default:
                throw new InvalidOperationException($"No such fate: {settled.GetType().Name}.");
        }
    }

    // What was sent counts, not what the ledger holds by now: a newer version may have come in meanwhile.
    private void Acknowledge(Settled.DossierAcknowledged done)
    {
        AcknowledgeRow(done.Row);
        outbox.ReviveProgress(done.Number);
        outbox.ProgressNeedNotWait(done.Number);
        var before = Dossier(done.Number);
        if (before.AckedVersion > done.Version)
            return;

        slice.Acknowledge(before, before with
        {
            AckedVersion = done.Version,
            AckedHash = done.Sent.Hash,
            AckedAt = now,
            Written = before.Written || done.Written,
            Version = Math.Max(before.Version, done.Version),
        });
        if (before.Owner is null)
            slice.Packets.Put(slice.PacketsOf(done.Number) with { Acked = done.Sent.Packet });
        if (done.Sent.Lost)
            QueueProgressAgain(done.Number);
    }

    private void AcknowledgeProgress(string number, IEnumerable<PendingProgress> sent)
    {
        var fresh = new List<Hash256>();
        foreach (var one in sent)
        {
            AcknowledgeRow(one.Id);
            if (slice.Progress.Find((number, one.Hash)) is not { AckedAt: null } row)
                continue;
            slice.Progress.Put(row with { AckedAt = now });
            fresh.Add(one.Hash);
        }

        var before = Dossier(number);
        slice.Acknowledge(before, before.And(fresh));
    }

    private void AcknowledgeRow(long id)
    {
        if (slice.Outbox.Find(id) is { } row)
            slice.Note(row, new OutboxEvent.Acknowledged(now));
    }

    // A row that was superseded while its call was under way hands its doubt on to the one that superseded it.
    private void Wait(Settled.Waits wait)
    {
        var dueAt = wait.DueAt.Micros();
        if (Pending(wait.Row) is { } row)
        {
            Wait(row, dueAt, wait.Fault, wait.QueryFirst, wait.Counted);
            return;
        }

        if (!wait.QueryFirst)
            return;
        foreach (var next in slice.PendingOf(wait.Number, OutboxKind.Dossier))
            slice.Note(next, new OutboxEvent.Doubted(NotBefore: OutboxWriter.Inherited(dueAt, now)));
    }

    private void Wait(OutboxRow row, long dueAt, Fault fault, bool queryFirst, bool counted)
    {
        slice.Note(row, new OutboxEvent.Waits(dueAt, fault, queryFirst, counted));
        outbox.LaterProgressWaits(row.Number, row.Id, dueAt);
    }

    // The target says that the dossier is not there. Dead: its progress is dead with it. Acknowledged earlier: it goes there again first,
    // and all its progress after it, for none can be there.
    private void Hold(Settled.Held held)
    {
        if (Pending(held.Row) is { } waiting)
            Wait(waiting, held.DueAt.Micros(), held.Fault, queryFirst: false, counted: true);
        else
            outbox.LaterProgressWaits(held.Number, held.Row, held.DueAt.Micros());
        if (slice.RowsOf(held.Number, OutboxKind.Dossier).Any(row => row.IsDead))
        {
            ProgressDies(held.Number);
            return;
        }

        var dossier = Dossier(held.Number);
        if (dossier.AckedVersion is null)
            return;

        var repairs = new Repairs(slice, now);
        repairs.Queue(dossier);
        repairs.QueueProgress(dossier, there: []);
        repairs.Receipt();
    }

    private void QueueProgressAgain(string number)
    {
        var repairs = new Repairs(slice, now);
        repairs.QueueProgress(Dossier(number), there: []);
        repairs.Receipt();
    }

    private void Die(Settled.Died died)
    {
        var dossier = Dossier(died.Number);
        if (died.SeenVersion > dossier.Version)
            slice.Dossiers.Put(dossier = dossier with { Version = died.SeenVersion });
        if (Pending(died.Row) is not { } row)
            return;

        slice.Note(row, new OutboxEvent.Died(now, died.Fault));

        // A dossier that the target holds takes progress, whatever became of its newest version.
        if (dossier.AckedVersion is null && dossier.Owner is not null)
            ProgressDies(died.Number);
    }

    private void ProgressDies(string number)
    {
        foreach (var row in slice.PendingOf(number, OutboxKind.Progress))
            slice.Note(row, new OutboxEvent.DiedWithDossier(now));
    }

    private OutboxRow? Pending(long id) => slice.Outbox.Find(id) is { IsPending: true } row ? row : null;

    private DossierRow Dossier(string number) =>
        slice.Dossiers.Find(number) ?? throw new InvalidOperationException("A dossier of the outbox is not in the ledger.");
}
