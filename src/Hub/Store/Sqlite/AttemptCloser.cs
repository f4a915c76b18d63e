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
    }

    private void Settle(Settled settled)
    {
        switch (settled)
        {
            case Settled.DossierAcknowledged done:
                Acknowledge(done);
                break;
            case Settled.ProgressAcknowledged done:
                Acknowledge(done.Sent);
                break;
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
        var row = DossierRow.Load(sql, done.Number)!;
        if (row.AckedVersion > done.Version)
            return;

        var after = row with { AckedVersion = done.Version, AckedHash = done.Sent.Hash, Written = row.Written || done.Written };
        sql.Run(
            HubSql.AcknowledgeDossier, done.Number, done.Version, done.Sent.Hash.Bytes(),
            row.Owner is null ? done.Sent.Packet : null, now, after.Written ? 1 : 0);
        buckets.Move(row.Prefix, row.Leaf, after.Leaf);
        if (done.Sent.Lost)
            QueueProgressAgain(after);
    }

    private void Acknowledge(PendingProgress sent)
    {
        sql.Run(HubSql.AcknowledgeRow, sent.Id, now);
        if (sql.Run(HubSql.AcknowledgeProgress, sent.Number, sent.Hash.Bytes(), now) == 0)
            return;

        var row = DossierRow.Load(sql, sent.Number)!;
        buckets.SetProgress(row, row with { ProgressCount = row.ProgressCount + 1, ProgressDigest = row.ProgressDigest ^ sent.Hash });
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
            sql.Run(HubSql.LookFirst, wait.Number, wait.DueAt.Micros());
    }

    // The target says that the dossier is not there. Acknowledged earlier: it is sent again first. Dead: its progress is dead with it.
    private void Hold(Settled.Held held)
    {
        var row = DossierRow.Load(sql, held.Number)!;
        sql.Run(HubSql.RowWaits, held.Row, held.DueAt.Micros(), 0, held.Fault.Name, held.Fault.Message, 1);
        sql.Run(HubSql.LaterProgressWaits, held.Number, held.Row, held.DueAt.Micros());
        if (row.AckedVersion is null)
        {
            sql.Run(HubSql.ProgressDiesWithDeadDossier, held.Number, now, DossierRefused);
            return;
        }

        var repairs = new Repairs(sql, now);
        repairs.Queue(row);
        repairs.Receipt();
    }

    private void QueueProgressAgain(DossierRow row)
    {
        var repairs = new Repairs(sql, now);
        repairs.QueueProgress(row, there: []);
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
