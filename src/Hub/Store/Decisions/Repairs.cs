using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// Queues a dossier again, in its present form and with a new version: repair and retry have no other way out than the outbox.
/// </summary>
internal sealed class Repairs(Slice slice, long now)
{
    private readonly Dictionary<string, (long Run, int Count)> runs = [];
    private readonly OutboxWriter outbox = new(slice, now);

    /// <summary>Queues the dossier, unless it is on its way already.</summary>
    /// <returns>Whether it was queued.</returns>
    public bool Queue(DossierRow row)
    {
        if (slice.PendingOf(row.Number, OutboxKind.Dossier).Any())
            return false;

        var next = row with { Version = row.Version + 1 };
        slice.Dossiers.Put(next);
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
        var live = slice.RowsOf(row.Number, OutboxKind.Progress).Where(r => r.IsPending || r.IsDead).ToLookup(r => r.RowHash!.Value);
        var missing = slice.Progress.Of(row.Number)
            .Where(p => !live[p.Hash].Any(r => r.IsDead) && !there.Contains(p.Hash))
            .OrderBy(p => p.EventTime)
            .ToList();
        if (missing.TrueForAll(p => live[p.Hash].Any()))
            return 0;

        foreach (var progress in missing)
        {
            foreach (var waits in live[progress.Hash])
                slice.Note(waits, new OutboxEvent.Superseded(now));
            outbox.QueueProgress(row, progress, Origins.Repair, Count(progress.Connector));
        }

        return missing.Count;
    }

    /// <summary>Writes the receipts; every way into the outbox has one.</summary>
    public void Receipt()
    {
        foreach (var (connector, (run, count)) in runs)
        {
            slice.Runs.Add(new(run, connector, Origins.Repair, "repair", now, EndedAt: now));
            slice.Receipts.Add(new()
            {
                Run = run,
                PageNo = 1,
                Connector = connector,
                Origin = Origins.Repair,
                Counts = new(count, 0, 0, 0, count),
                Epoch = slice.Epoch,
                CommittedAt = now,
            });
        }

        runs.Clear();
    }

    private long Count(string connector)
    {
        var (run, count) = runs.TryGetValue(connector, out var begun) ? begun : (slice.NextId(IdKind.Run), 0);
        runs[connector] = (run, count + 1);
        return run;
    }
}
