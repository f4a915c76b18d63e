using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// Queues a dossier again, in its present form and with a new version: repair and retry have no other way out than the outbox.
/// </summary>
internal sealed class Repairs(Statements sql, long now)
{
    private readonly Dictionary<string, (long Run, int Count)> runs = [];
    private readonly Outbox outbox = new(sql, now);

    /// <summary>Queues the dossier, unless it is on its way already.</summary>
    /// <returns>Whether it was queued.</returns>
    public bool Queue(DossierRow row)
    {
        if (sql.Scalar<long>(HubSql.IsPending, row.Number) == 1)
            return false;

        var next = row with { Version = row.Version + 1 };
        sql.Run(HubSql.RaiseVersion, row.Number, next.Version);
        outbox.Queue(next, row.Tag, Origins.Repair, Count(row.Tag));
        return true;
    }

    /// <summary>
    /// Queues again the dossier's own progress rows that are not there, in the order of their events; what waits of them goes among
    /// them, dead rows stay dead.
    /// </summary>
    /// <returns>How many were queued.</returns>
    public int QueueProgress(DossierRow row, IReadOnlyCollection<Hash256> there)
    {
        var missing = sql.All(
            HubSql.LivingProgress, r => (Hash: r.Hash(0)!.Value, Connector: r.GetString(1), Waits: r.GetInt64(2) == 1), row.Number);
        missing.RemoveAll(p => there.Contains(p.Hash));
        if (missing.TrueForAll(p => p.Waits))
            return 0;

        foreach (var (hash, connector, _) in missing)
        {
            sql.Run(HubSql.SupersedeProgress, row.Number, hash.Bytes(), now);
            outbox.QueueProgress(row, connector, hash.Bytes(), Origins.Repair, Count(connector));
        }

        return missing.Count;
    }

    /// <summary>Writes the receipts; every way into the outbox has one.</summary>
    public void Receipt()
    {
        foreach (var (connector, (run, count)) in runs)
        {
            sql.Run(HubSql.InsertReceipt, run, 1, connector, Origins.Repair, count, 0, 0, 0, count, null, null, now);
            sql.Run("update run set ended_at = $2, state = 'completed' where id = $1", run, now);
        }

        runs.Clear();
    }

    private long Count(string connector)
    {
        if (!runs.TryGetValue(connector, out var run))
        {
            sql.Run(HubSql.BeginRun, connector, Origins.Repair, "repair", now);
            run = (sql.Scalar<long>(HubSql.LastInserted), 0);
        }

        runs[connector] = (run.Run, run.Count + 1);
        return run.Run;
    }
}
