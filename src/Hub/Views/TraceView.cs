using System.Data.Common;
using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>"Why is this dossier not there?": everything that happened to it, and one sentence that answers.</summary>
internal static class TraceView
{
    private const string Dossier = "dossier";

    public static RecordTrace? Of(DbConnection db, ViewsDialect dialect, string number)
    {
        var of = new { number };
        var record = db.One(ViewsSql.Records, Shapes.Record, new { from = number, to = number, after = "", limit = 1 });
        var quarantine = db.List(ViewsSql.QuarantineOf, Shapes.Quarantine, of);
        if (record is null && quarantine.Count == 0)
            return null;

        var deliveries = db.List(ViewsSql.OutboxOf, Shapes.OutboxRow, of)
            .ConvertAll(row => row with { Attempted = db.List(dialect.Calls, Shapes.Attempt, new { id = row.Id }) });
        var differences = db.List(ViewsSql.DifferencesOf, Shapes.Difference, of);
        return new()
        {
            Number = number,
            Answer = Answer(record, deliveries, quarantine),
            Record = record,
            Timeline = [.. Steps(db, dialect, number, deliveries, quarantine, differences).OrderBy(s => s.At)],
            Deliveries = deliveries,
            Quarantine = quarantine,
            Differences = differences,
        };
    }

    public static string Answer(RecordSummary? record, IReadOnlyList<OutboxRow> deliveries, IReadOnlyList<QuarantineEntry> quarantine)
    {
        var kept = quarantine.LastOrDefault(q => q.State == QuarantineStates.Open);
        var dead = deliveries.LastOrDefault(d => d.State == OutboxStates.Dead);
        var waiting = deliveries.LastOrDefault(d => d.State == OutboxStates.Pending);
        return (dead, kept, waiting, record) switch
        {
            ({ } row, _, _, _) => NotDelivered(row) + There(record),
            (_, { } entry, _, _) => KeptOut(entry) + There(record),
            (_, _, { } row, _) => OnItsWay(row) + There(record),
            (_, _, _, { AcknowledgedVersion: not null }) => "Delivered." + There(record),
            (_, _, _, not null) => "In the ledger; nothing of it has to be delivered.",
            _ => "Read, but nothing of it was accepted: its entries in quarantine are closed.",
        };
    }

    private static string NotDelivered(OutboxRow row) =>
        Say($"Not delivered: {Name(row)} failed for good ({row.Fault}): {row.Message} Then: hub dead retry {row.Id}.");

    private static string KeptOut(QuarantineEntry entry) =>
        Say($"Kept out since {Time(entry.FirstSeen)} ({entry.Code} at {Place(entry)}): {entry.Message} {Again(entry)}");

    private static string OnItsWay(OutboxRow row) => row.Fault is { } fault
        ? Say($"On its way: {Name(row)} failed {row.Attempts} times, last with {fault}; the next attempt is at {Time(row.DueAt)}.")
        : Say($"On its way: {Name(row)} waits for delivery since {Time(row.CreatedAt)}.");

    private static string There(RecordSummary? record) => record?.AcknowledgedVersion is { } version
        ? Say($" Version {version} is at the settlement system since {Time(record.AcknowledgedAt)}.")
        : "";

    private static IEnumerable<TraceStep> Steps(
        DbConnection db, ViewsDialect dialect, string number, List<OutboxRow> deliveries, List<QuarantineEntry> quarantine, List<DifferenceView> differences)
    {
        var of = new { number };
        return db.List(dialect.Events, Event, of)
            .Concat(db.List(dialect.Progress, Progress, of))
            .Concat(deliveries.SelectMany(Delivery))
            .Concat(quarantine.SelectMany(Quarantine))
            .Concat(differences.Select(Difference));
    }

    private static TraceStep Event(Row row)
    {
        var unless = row.TextOrNull("unless") is { Length: > 0 } statuses ? $", unless the status is {statuses}" : "";
        var origin = row.Text("kind") == "edit" ? "edited at the settlement system" : $"{row.Text("kind")} at the source";
        return new(row.Time("event_time"), "read", $"{origin}: {row.TextOrNull("members")}{unless}", row.Text("connector"));
    }

    private static TraceStep Progress(Row row)
    {
        var acknowledged = row.TimeOrNull("acked_at") is { } at ? Say($"acknowledged {Time(at)}") : "not acknowledged yet";
        return new(row.Time("event_time"), "read", $"progress row {row.Text("hash")}, {acknowledged}", row.Text("connector"));
    }

    private static IEnumerable<TraceStep> Delivery(OutboxRow row)
    {
        var name = Name(row);
        var what = row.Kind == Dossier ? name : "progress row";
        yield return Step(row, row.CreatedAt, "store", $"{what} accepted (outbox {row.Id}, {row.Origin}, run {row.RunId})");
        foreach (var attempt in row.Attempted)
            yield return Step(row, attempt.StartedAt, "deliver", $"attempt {attempt.Id} with {name}: {Said(attempt)}");
        if (row is { State: OutboxStates.Pending, Fault: { } fault, DueAt: { } due })
            yield return Step(row, due, "deliver", $"next attempt of {name}, after {row.Attempts}, the last with {fault}: {row.Message}");
        if (row.SettledAt is { } settled)
            yield return Step(row, settled, Stage(row), $"{name} {row.State}{Why(row)}");
    }

    private static string Stage(OutboxRow settled) => settled.State == OutboxStates.Acknowledged ? "acknowledge" : "deliver";

    private static TraceStep Step(OutboxRow row, DateTimeOffset at, string stage, FormattableString what) =>
        new(at, stage, Say(what), row.Connector);

    private static string Said(AttemptView attempt) => attempt.Outcome switch
    {
        null => "no answer written yet",
        AttemptOutcomes.Abandoned => "cut off",
        _ => "answered",
    };

    private static IEnumerable<TraceStep> Quarantine(QuarantineEntry entry)
    {
        var kept = Say($"kept out (quarantine {entry.Id}): {entry.Code} at {Place(entry)}: {entry.Message}");
        yield return new(entry.FirstSeen, "quarantine", kept, entry.Connector);
        if (entry.State != QuarantineStates.Open)
            yield return new(entry.LastSeen, "quarantine", Say($"quarantine {entry.Id} {entry.State}"), entry.Connector);
    }

    private static TraceStep Difference(DifferenceView found)
    {
        var members = found.Members.Count > 0 ? $" in {string.Join(", ", found.Members)}" : "";
        var what = Say($"reconciliation {found.ReconciliationId}: {found.Kind}{members}; {found.Resolution}");
        return new(found.FoundAt, "reconcile", what, found.Connector);
    }

    private static string Name(OutboxRow row) =>
        row.Kind == Dossier ? Say($"version {row.Version}") : Say($"progress row of outbox {row.Id}");

    private static string Why(OutboxRow row) => row is { State: OutboxStates.Dead, Fault: { } fault } ? $": {fault}: {row.Message}" : "";

    private static string Place(QuarantineEntry entry) => entry.Pointer.Length > 0 ? entry.Pointer : "the record";

    private static string Again(QuarantineEntry entry) => entry.DueAt is { } at
        ? Say($"It is tried again at {Time(at)}.")
        : Say($"It is tried again when its cause goes, or with: hub quarantine retry {entry.Id}.");

    private static string Time(DateTimeOffset? moment) => moment is { } known ? VietnamTime.Say(known) : "a time not known";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
