using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Writes the reconciliation log and queues the repairs, in one transaction.</summary>
internal sealed class ReconciliationWriter(Statements sql, long now)
{
    private readonly Repairs repairs = new(sql, now);
    private readonly Buckets buckets = new(sql);
    private int queued;

    public void Write(ReconciliationResult result)
    {
        foreach (var difference in result.Differences)
            Log(result.Id, difference, result.Repair ? Repair(difference) : "reported");
        repairs.Receipt();
        sql.Run(
            """
            update reconciliation set mode = $2, ended_at = $3, state = $4, ledger = $5, target = $6, compared = $7, calls = $8, differences = $9, repairs = $10, fault = $11, message = $12
            where id = $1
            """,
            result.Id, result.Mode, now, result.Fault is null ? "completed" : "failed", result.Ledger, result.Target, result.Compared, result.Calls,
            result.Differences.Count, queued, result.Fault?.Name, result.Fault?.Message);
    }

    private string Repair(Difference difference)
    {
        if (!difference.Kind.Repairable() || DossierRow.Load(sql, difference.Number) is not { } row)
            return "reported";
        if (difference.Kind is DifferenceKind.ProgressDiffers)
            return RepairProgress(row, difference.TargetProgress ?? []);

        var raised = row with { Version = Math.Max(row.Version, difference.TargetVersion ?? 0) };
        if (!repairs.Queue(raised))
            return "on-its-way";
        queued++;
        if (difference.Kind is DifferenceKind.MissingInTarget)
            queued += repairs.QueueProgress(row);
        return "repair-queued";
    }

    // Rows that are missing there are sent again; rows that others wrote there belong there, and the ledger takes note of them.
    private string RepairProgress(DossierRow row, IReadOnlyList<Hash256> there)
    {
        var ours = sql.All("select row_hash from progress where number = $1 and acked_at is not null", r => r.Hash(0)!.Value, row.Number);
        if (ours.Except(there).Any())
        {
            queued += repairs.QueueProgress(row);
            return "repair-queued";
        }

        var total = there.Aggregate(Hash256.Zero, (sum, hash) => sum ^ hash);
        sql.Run(HubSql.ProgressTotals, row.Number, there.Count, total.Bytes());
        buckets.Move(row.Prefix, row.Leaf, (row with { ProgressCount = there.Count, ProgressDigest = total }).Leaf);
        return "noted";
    }

    private void Log(long id, Difference difference, string resolution) => sql.Run(
        """
        insert into difference (reconciliation_id, number, connector, kind, members, ledger_version, target_version, ledger_status, target_status, resolution)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        id, difference.Number, difference.Connector, difference.Kind.Name(), string.Join(',', difference.Members),
        difference.LedgerVersion, difference.TargetVersion, difference.LedgerStatus, difference.TargetStatus, resolution);
}
