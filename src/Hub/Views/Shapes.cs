using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>How a row of the ledger becomes a record of the API.</summary>
internal static class Shapes
{
    private static readonly string[] Fates =
        [OutboxStates.Pending, OutboxStates.Acknowledged, OutboxStates.Superseded, OutboxStates.Dead];

    public static ConnectorTotals Totals(Row row) => new(
        row.Text("id"), row.Long("read"), row.Long("unchanged"), row.Long("ignored"), row.Long("quarantined"), row.Long("accepted"),
        row.Long("acknowledged"), row.Long("superseded"), row.Long("pending"), row.Long("dead"));

    public static CauseCount Cause(Row row) => new(row.Text("connector"), row.Text("cause"), row.Long("count"), row.Time("oldest"));

    public static RunView Run(Row row) => new()
    {
        Id = row.Long("id"),
        Connector = row.Text("connector"),
        Origin = row.Text("origin"),
        Trigger = row.Text("trigger"),
        State = row.Text("state"),
        StartedAt = row.Time("started_at"),
        EndedAt = row.TimeOrNull("ended_at"),
        Fault = row.TextOrNull("fault"),
        Message = row.TextOrNull("message"),
        Pages = row.Long("pages"),
        Counts = Counts(row),
    };

    public static ReceiptView Receipt(Row row) => new(
        row.Long("page_no"), Counts(row), row.TextOrNull("watermark_before"), row.TextOrNull("watermark_after"), row.Time("committed_at"));

    public static OutboxCounts Outbox(Row row) =>
        new(row.Long("pending"), row.Long("acknowledged"), row.Long("superseded"), row.Long("dead"));

    public static RecordSummary Record(Row row) => new()
    {
        Number = row.Text("number"),
        Owner = row.TextOrNull("owner"),
        Tag = row.Text("tag"),
        Status = row.Int("status"),
        Version = row.Long("version"),
        AcknowledgedVersion = row.LongOrNull("acked_version"),
        AcknowledgedAt = row.TimeOrNull("acked_at"),
        State = row.Text("state"),
    };

    public static OutboxRow OutboxRow(Row row) => new()
    {
        Id = row.Long("id"),
        Number = row.Text("number"),
        Connector = row.Text("connector"),
        Kind = row.Int("kind") == 1 ? "dossier" : "progress",
        Version = row.Long("version"),
        State = Fates[row.Int("state")],
        Origin = row.Text("origin"),
        RunId = row.Long("run_id"),
        Attempts = row.Int("attempts"),
        DueAt = row.Int("state") == 0 ? row.Time("due_at") : null,
        Fault = row.TextOrNull("fault"),
        Message = row.TextOrNull("message"),
        CreatedAt = row.Time("created_at"),
        SettledAt = row.TimeOrNull("settled_at"),
    };

    public static AttemptView Attempt(Row row) =>
        new(row.Long("id"), row.Time("started_at"), row.TimeOrNull("ended_at"), row.TextOrNull("outcome"));

    public static QuarantineEntry Quarantine(Row row) => new()
    {
        Id = row.Long("id"),
        Connector = row.Text("connector"),
        SourceKey = row.Text("source_key"),
        Number = row.TextOrNull("number"),
        Code = row.Text("code"),
        Pointer = row.Text("pointer"),
        Message = row.Text("message"),
        State = row.Text("state"),
        Attempts = row.Int("attempts"),
        DueAt = row.TimeOrNull("due_at"),
        FirstSeen = row.Time("first_seen"),
        LastSeen = row.Time("last_seen"),
        RunId = row.Long("run_id"),
    };

    public static QuarantineDetail QuarantineDetail(Row row) => new(Quarantine(row), row.Text("correlation_id"), []);

    public static ReconciliationView Reconciliation(Row row) => new()
    {
        Id = row.Long("id"),
        Trigger = row.Text("trigger"),
        Mode = row.TextOrNull("mode"),
        State = row.Text("state"),
        StartedAt = row.Time("started_at"),
        EndedAt = row.TimeOrNull("ended_at"),
        Ledger = row.Long("ledger"),
        Target = row.LongOrNull("target"),
        Compared = row.Long("compared"),
        Calls = row.Long("calls"),
        Differences = row.Long("differences"),
        NeedPerson = row.Long("need_person"),
        Repairs = row.Long("repairs"),
        Fault = row.TextOrNull("fault"),
        Message = row.TextOrNull("message"),
    };

    public static DifferenceView Difference(Row row) => new()
    {
        Id = row.Long("id"),
        ReconciliationId = row.Long("reconciliation_id"),
        FoundAt = row.Time("started_at"),
        Number = row.Text("number"),
        Connector = row.Text("connector"),
        Kind = row.Text("kind"),
        Members = row.Text("members").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        LedgerVersion = row.LongOrNull("ledger_version"),
        TargetVersion = row.LongOrNull("target_version"),
        LedgerStatus = row.TextOrNull("ledger_status"),
        TargetStatus = row.TextOrNull("target_status"),
        Resolution = row.Text("resolution"),
    };

    private static ReceiptCounts Counts(Row row) =>
        new(row.Long("read"), row.Long("unchanged"), row.Long("ignored"), row.Long("quarantined"), row.Long("accepted"));
}
