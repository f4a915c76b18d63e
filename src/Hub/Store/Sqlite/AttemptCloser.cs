using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>ACKNOWLEDGE, or what else became of the rows of an attempt: each row is written once, its dossier and bucket with it.</summary>
internal sealed class AttemptCloser(Statements sql, long now)
{
    private const string DossierRefused =
        "The dossier was refused, so its progress cannot be sent; mend and retry the dossier, the progress follows by itself.";

    private readonly Buckets buckets = new(sql);

    public void Settle(IReadOnlyList<Settled> rows)
    {
        foreach (var row in rows)
            Settle(row);
        foreach (var dossier in rows.OfType<Settled.ProgressAcknowledged>().GroupBy(done => done.Number))
            AcknowledgeProgress(dossier.Key, dossier.Select(done => done.Sent));
        buckets.Flush();
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
        sql.Run(HubSql.AcknowledgeRow, done.Row, now);
        sql.Run(HubSql.ReviveProgress, done.Number, now);
        sql.Run(HubSql.ProgressNeedNotWait, done.Number, now);
        var before = AckedRow.Load(sql, done.Number);
        if (before.Version > done.Version)
            return;

        var after = before with { Version = done.Version, Hash = done.Sent.Hash, Written = before.Written || done.Written };
        sql.Run(
            HubSql.AcknowledgeDossier,
            done.Number, done.Version, done.Sent.Hash.Bytes(), before.Owned ? null : done.Sent.Packet, now, after.Written ? 1 : 0);
        buckets.Move(before, after);
        if (done.Sent.Lost)
            QueueProgressAgain(done.Number);
    }

    private void AcknowledgeProgress(string number, IEnumerable<PendingProgress> sent)
    {
        var fresh = new List<Hash256>();
        foreach (var row in sent)
        {
            sql.Run(HubSql.AcknowledgeRow, row.Id, now);
            if (sql.Run(HubSql.AcknowledgeProgress, number, row.Hash.Bytes(), now) == 1)
                fresh.Add(row.Hash);
        }

        var before = AckedRow.Load(sql, number);
        buckets.SetProgress(before, before.And(fresh));
    }

    // A row that was superseded while its call was under way hands its doubt on to the one that superseded it.
    private void Wait(Settled.Waits wait)
    {
        var waits = sql.Run(
            HubSql.RowWaits, wait.Row, wait.DueAt.Micros(), wait.QueryFirst ? 1 : 0,
            wait.Fault.Name, wait.Fault.Message, wait.Counted ? 1 : 0);
        if (waits == 1)
            sql.Run(HubSql.LaterProgressWaits, wait.Number, wait.Row, wait.DueAt.Micros());
        else if (wait.QueryFirst)
            sql.Run(HubSql.LookFirst, wait.Number, Outbox.Inherited(wait.DueAt.Micros(), now));
    }

    // The target says that the dossier is not there. Dead: its progress is dead with it. Acknowledged earlier: it goes there again first,
    // and all its progress after it, for none can be there.
    private void Hold(Settled.Held held)
    {
        sql.Run(HubSql.RowWaits, held.Row, held.DueAt.Micros(), 0, held.Fault.Name, held.Fault.Message, 1);
        sql.Run(HubSql.LaterProgressWaits, held.Number, held.Row, held.DueAt.Micros());
        if (sql.Run(HubSql.ProgressDiesWithDeadDossier, held.Number, now, DossierRefused) > 0)
            return;

        var row = DossierRow.Load(sql, held.Number)!;
        if (row.AckedVersion is null)
            return;

        var repairs = new Repairs(sql, now);
        repairs.Queue(row);
        repairs.QueueProgress(row, there: []);
        repairs.Receipt();
    }

    private void QueueProgressAgain(string number)
    {
        var repairs = new Repairs(sql, now);
        repairs.QueueProgress(DossierRow.Load(sql, number)!, there: []);
        repairs.Receipt();
    }

    private void Die(Settled.Died died)
    {
        if (died.SeenVersion > 0)
            sql.Run(HubSql.RaiseVersion, died.Number, died.SeenVersion);
        if (sql.Run(HubSql.RowDies, died.Row, now, died.Fault.Name, died.Fault.Message) == 1)
            sql.Run(HubSql.ProgressDiesWithDossier, died.Number, now, DossierRefused);
    }
}
