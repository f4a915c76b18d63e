using IntegrationHub.Contracts.Api;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>Answers of a hub that is a little unwell.</summary>
internal static class Samples
{
    public const string Land = "land-registry";
    public const string Number = "H40.15-260105-0007";

    public static readonly DateTimeOffset At = new(2026, 1, 5, 7, 2, 11, TimeSpan.Zero);

    public static readonly ConnectorTotals Totals = new(
        Land, Read: 12_480, Unchanged: 11_018, Ignored: 2, Quarantined: 7, Accepted: 1_453,
        Acknowledged: 1_449, Superseded: 1, Pending: 2, Dead: 1);

    public static readonly RunView Run = new()
    {
        Id = 7,
        Connector = Land,
        Origin = "source",
        Trigger = "manual",
        State = "completed",
        StartedAt = At,
        EndedAt = At.AddSeconds(3),
        Pages = 2,
        Counts = new(10, 6, 1, 1, 2),
    };

    public static readonly ReconciliationView Reconciliation = new()
    {
        Id = 3,
        Trigger = "manual",
        Mode = "digest",
        State = "completed",
        StartedAt = At,
        EndedAt = At.AddSeconds(9),
        Ledger = 1_449,
        Target = 1_450,
        Compared = 12,
        Calls = 5,
        Differences = 0,
        NeedPerson = 0,
        Repairs = 0,
    };

    public static readonly DifferenceView Difference = new()
    {
        Id = 11,
        ReconciliationId = 3,
        FoundAt = At,
        Number = Number,
        Connector = Land,
        Kind = "field-differs",
        Members = ["GhiChu"],
        LedgerVersion = 5,
        TargetVersion = 5,
        LedgerStatus = "4",
        TargetStatus = "4",
        Resolution = "repaired",
    };

    public static readonly QuarantineEntry Entry = new()
    {
        Id = 21,
        Connector = Land,
        SourceKey = "17",
        Number = Number,
        Code = "status-unknown",
        Pointer = "/MaTrangThai",
        Message = "Status 'x' has no meaning; add it to the list.",
        State = "open",
        Attempts = 0,
        FirstSeen = At,
        LastSeen = At,
        RunId = 7,
    };

    public static readonly OutboxRow Dead = new()
    {
        Id = 31,
        Number = Number,
        Connector = Land,
        Kind = "dossier",
        Version = 1_767_596_531_000_000,
        State = "dead",
        Origin = "source",
        RunId = 7,
        Attempts = 1,
        Fault = "Rejected",
        Message = "The settlement system refuses the dossier: TenTTHC is empty.",
        CreatedAt = At,
        SettledAt = At.AddSeconds(1),
        Attempted = [new(41, At, At.AddSeconds(1), "known")],
    };

    public static readonly ConnectorView Connector = new()
    {
        Id = Land,
        Title = "Land registry",
        TitleVi = "Đăng ký đất đai",
        Owner = "Sở Nông nghiệp và Môi trường",
        Health = "needsAction",
        Cause = "dead",
        Reason = "Deliveries that failed for good: 1",
        Schedule = "0 0/5 * * * ?",
        Watermark = "s|17",
        LastReadAt = At,
        QuarantineOpen = 7,
        Totals = Totals,
    };

    public static readonly ConnectorDetail Detail = new()
    {
        Connector = Connector,
        Pattern = "callback",
        Stream = "callbacks",
        Cursor = "sequence",
        LagSeconds = 0,
        Produces = ["change", "progress"],
        Owns = [],
        ContractVersion = "1.0",
        DataClasses = ["personal"],
        Abilities = new Dictionary<string, string> { ["callback"] = "yes" },
        Problems = [],
        LastRuns = [Run],
    };

    public static readonly RecordSummary Record = new() { Number = Number, Tag = Land, Status = 4, Version = Dead.Version, State = "dead" };

    public static readonly RecordTrace Trace = new()
    {
        Number = Number,
        Answer = "Not delivered.",
        Record = Record,
        Timeline = [new(At, "store", "version 5 accepted", Land)],
        Deliveries = [Dead],
        Quarantine = [Entry],
        Differences = [Difference],
    };

    public static readonly HubStatus Status = new()
    {
        Version = "0.1.0",
        StartedAt = At,
        UptimeSeconds = 61,
        Sentence = "1 of 1 connectors need action",
        Health = new(0, 0, 1, 0, 0),
        Balanced = true,
        Connectors = [Totals],
        SinceStart = [Totals],
        Target = new("ready", "extended", "sim-settlement", "test", null, 5, 12, 1),
        LastReconciliation = Reconciliation,
        Stages = [new("collect", 1_453, 1.5, 968.7)],
        PeakMemoryMiB = 190.4,
        QuarantineCauses = [new(Land, "status-unknown", 7, At)],
        DeadCauses = [new(Land, "Rejected", 1, At)],
    };
}
