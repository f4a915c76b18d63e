using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>Writes the reconciliation log and queues the repairs, a page of differences at a time.</summary>
internal sealed class ReconciliationWriter(Slice slice, long now)
{
    private const string Reported = "reported";
    private const string Queued = "repair-queued";
    private const string OnItsWay = "on-its-way";

    private readonly Repairs repairs = new(slice, now);
    private int queued;

    public void Add(long reconciliation, IReadOnlyList<Difference> differences, bool repair)
    {
        foreach (var difference in differences)
            Log(reconciliation, difference, repair ? Repair(difference) : Reported);
        repairs.Receipt();
        slice.Reconciled = new(reconciliation, differences.Count, queued);
    }

    private string Repair(Difference difference)
    {
        if (!difference.Kind.Repairable() || slice.Dossiers.Find(difference.Number) is not { } row)
            return Reported;
        if (slice.RowsOf(row.Number, OutboxKind.Dossier).Any(r => r.IsDead))
            return Reported;   // a person decides about it; a repair every night would put it over the dead row and meet the same refusal
        if ((row.AckedVersion ?? row.Version) != difference.LedgerVersion)
            return OnItsWay;   // acknowledged anew since it was compared
        return difference.Kind is DifferenceKind.ProgressDiffers
            ? RepairProgress(row, difference.TargetProgress ?? [])
            : RepairDossier(row, difference);
    }

    private string RepairDossier(DossierRow row, Difference difference)
    {
        if (!repairs.Queue(row with { Version = Math.Max(row.Version, difference.TargetVersion ?? 0) }))
            return OnItsWay;
        queued++;
        if (difference.Kind is DifferenceKind.MissingInTarget)
            queued += repairs.QueueProgress(row, there: []);
        return Queued;
    }

    // Rows that are missing there are sent again; rows that others wrote there belong there, and the ledger takes note of them.
    private string RepairProgress(DossierRow row, IReadOnlyList<Hash256> there)
    {
        var ours = slice.Progress.Of(row.Number).Where(p => p.AckedAt is not null).Select(p => p.Hash);
        if (ours.Except(there).Any())
        {
            var sent = repairs.QueueProgress(row, there);
            queued += sent;
            if (sent > 0)
                return Queued;
            return slice.PendingOf(row.Number, OutboxKind.Progress).Any() ? OnItsWay : Reported;   // what is missing there is dead here
        }

        slice.Acknowledge(row, row.Only(there));
        return "noted";
    }

    private void Log(long reconciliation, Difference difference, string resolution) =>
        slice.Differences.Add(new(slice.NextId(IdKind.Difference), reconciliation, difference, resolution));
}
