namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>ACKNOWLEDGE, or what else became of the rows of an attempt: each row is written once, its dossier and bucket with it.</summary>
internal sealed class AttemptCloser(Statements sql, long now)
{
    private readonly Buckets buckets = new(sql);

    public void Close(long? attempt, IReadOnlyList<Settled> settled)
    {
        foreach (var row in settled)
            Settle(row);
        if (attempt is { } id)
            sql.Run("update attempt set ended_at = $2, outcome = 'known' where id = $1", id, now);
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
                sql.Run(HubSql.RowWaits, wait.Row, wait.DueAt.Micros(), wait.QueryFirst ? 1 : 0, wait.Fault.Name, wait.Fault.Message);
                sql.Run(HubSql.LaterProgressWaits, wait.Number, wait.Row, wait.DueAt.Micros());
                break;
            case Settled.Held held:
                Hold(held);
                break;
            case Settled.Died died:
                Die(died);
                break;
        }
    }

    // What was sent counts, not what the ledger holds by now: a newer version may have come in meanwhile.
    private void Acknowledge(Settled.DossierAcknowledged done)
    {
        sql.Run(HubSql.AcknowledgeRow, done.Row, now);
        var row = DossierRow.Load(sql, done.Number)!;
        if (row.AckedVersion > done.Version)
            return;

        var after = row with { AckedVersion = done.Version, AckedHash = done.Sent.Hash, Written = row.Written || done.Written };
        sql.Run(HubSql.AcknowledgeDossier, done.Number, done.Version, done.Sent.Hash.Bytes(), row.Owner is null ? done.Sent.Packet : null, now, after.Written ? 1 : 0);
        buckets.Move(row.Prefix, row.Leaf, after.Leaf);
    }

    private void Acknowledge(PendingProgress sent)
    {
        sql.Run(HubSql.AcknowledgeRow, sent.Id, now);
        if (sql.Run(HubSql.AcknowledgeProgress, sent.Number, sent.Hash.Bytes(), now) == 0)
            return;

        var row = DossierRow.Load(sql, sent.Number)!;
        var after = row with { ProgressCount = row.ProgressCount + 1, ProgressDigest = row.ProgressDigest ^ sent.Hash };
        sql.Run(HubSql.ProgressTotals, sent.Number, after.ProgressCount, after.ProgressDigest.Bytes());
        buckets.Move(row.Prefix, row.Leaf, after.Leaf);
    }

    // The target says that the dossier is not there. Acknowledged earlier: it is sent again first. Dead: its progress is dead with it.
    private void Hold(Settled.Held held)
    {
        var row = DossierRow.Load(sql, held.Number)!;
        sql.Run(HubSql.RowWaits, held.Row, held.DueAt.Micros(), 0, held.Fault.Name, held.Fault.Message);
        sql.Run(HubSql.LaterProgressWaits, held.Number, held.Row, held.DueAt.Micros());
        if (row.AckedVersion is not null)
            Queue(row);
        else
            sql.Run(HubSql.ProgressDiesWithDeadDossier, held.Number, now);
    }

    private void Queue(DossierRow row)
    {
        var repairs = new Repairs(sql, now);
        repairs.Queue(row);
        repairs.Receipt();
    }

    private void Die(Settled.Died died)
    {
        sql.Run(HubSql.RowDies, died.Row, now, died.Fault.Name, died.Fault.Message);
        sql.Run(HubSql.ProgressDiesWithDossier, died.Number, now);
        if (died.SeenVersion > 0)
            sql.Run(HubSql.RaiseVersion, died.Number, died.SeenVersion);
    }
}
