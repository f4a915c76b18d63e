using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Writes the reconciliation log and queues the repairs: a page of differences a transaction, the totals at the end.</summary>
internal sealed class ReconciliationWriter(Statements sql, long now)
{
    private const string InsertDifference = """
        insert into difference (
            reconciliation_id, number, connector, kind, members, ledger_version, target_version, ledger_status, target_status, resolution)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string Count = "update reconciliation set differences = differences + $2, repairs = repairs + $3 where id = $1";

    private const string EndReconciliation = """
        update reconciliation
        set mode = $2, ended_at = $3, state = $4, ledger = $5, target = $6, compared = $7, calls = $8, fault = $9, message = $10
        where id = $1
        """;

    private const string Dead = "select 1 from outbox where number = $1 and kind = 1 and state = 3";

    private const string ProgressMoves = "select 1 from outbox where number = $1 and kind = 2 and state = 0";

    private const string Reported = "reported";
    private const string Queued = "repair-queued";
    private const string OnItsWay = "on-its-way";

    private readonly Repairs repairs = new(sql, now);
    private readonly Buckets buckets = new(sql);
    private int queued;

    public void Add(long reconciliation, IReadOnlyList<Difference> differences, bool repair)
    {
        foreach (var difference in differences)
            Log(reconciliation, difference, repair ? Repair(difference) : Reported);
        repairs.Receipt();
        buckets.Flush();
        sql.Run(Count, reconciliation, differences.Count, queued);
    }

    public void End(long reconciliation, Findings findings) => sql.Run(
        EndReconciliation, reconciliation, findings.Mode, now, findings.Fault is null ? "completed" : "failed",
        findings.Ledger, findings.Target, findings.Compared, findings.Calls, findings.Fault?.Name, findings.Fault?.Message);

    private string Repair(Difference difference)
    {
        if (!difference.Kind.Repairable() || DossierRow.Load(sql, difference.Number) is not { } row)
            return Reported;
        if (sql.Scalar<long>(Dead, row.Number) == 1)
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
        var ours = sql.All(HubSql.AcknowledgedProgress, r => r.Hash(0)!.Value, row.Number);
        if (ours.Except(there).Any())
        {
            var sent = repairs.QueueProgress(row, there);
            queued += sent;
            if (sent > 0)
                return Queued;
            return sql.Scalar<long>(ProgressMoves, row.Number) == 1 ? OnItsWay : Reported;   // what is missing there is dead here
        }

        buckets.SetProgress(row.Acked, row.Acked.Only(there));
        return "noted";
    }

    private void Log(long reconciliation, Difference difference, string resolution) => sql.Run(
        InsertDifference, reconciliation, difference.Number, difference.Connector, difference.Kind.Name(),
        string.Join(',', difference.Members),
        difference.LedgerVersion, difference.TargetVersion, difference.LedgerStatus, difference.TargetStatus, resolution);
}
