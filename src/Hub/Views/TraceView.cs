using System.Globalization;
using IntegrationHub.Contracts.Api;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Views;

/// <summary>"Why is this dossier not there?": everything that happened to it, and one sentence that answers.</summary>
internal static class TraceView
{
    public static RecordTrace? Of(SqliteConnection db, string number)
    {
        var of = new { number };
        var record = db.One(ViewsSql.Records, Shapes.Record, new { from = number, to = number, limit = 1 });
        var quarantine = db.List(ViewsSql.QuarantineOf, Shapes.Quarantine, of);
        if (record is null && quarantine.Count == 0)
            return null;

        var deliveries = db.List(ViewsSql.OutboxOf, Shapes.OutboxRow, of).ConvertAll(row => row with { Calls = db.List(ViewsSql.Calls, Shapes.Call, new { id = row.Id }) });
        var differences = db.List(ViewsSql.DifferencesOf, Shapes.Difference, of);
        return new()
        {
            Number = number,
            Answer = Answer(record, deliveries, quarantine),
            Record = record,
            Timeline = [.. Steps(db, number, deliveries, quarantine, differences).OrderBy(s => s.At)],
            Deliveries = deliveries,
            Quarantine = quarantine,
            Differences = differences,
        };
    }

    public static string Answer(RecordSummary? record, IReadOnlyList<OutboxRow> deliveries, IReadOnlyList<QuarantineEntry> quarantine)
    {
        var kept = quarantine.LastOrDefault(q => q.State == "open");
        var dead = deliveries.LastOrDefault(d => d.State == "dead");
        var waiting = deliveries.LastOrDefault(d => d.State == "pending");
        var there = record?.AcknowledgedVersion is { } version ? Say($" Version {version} is at the settlement system since {record.AcknowledgedAt:u}.") : "";
        return (dead, kept, waiting, record) switch
        {
            ({ } row, _, _, _) => Say($"Not delivered: {Name(row)} failed for good ({row.Fault}): {row.Message} Then: hub dead retry {row.Id}.") + there,
            (_, { } entry, _, _) => Say($"Kept out since {entry.FirstSeen:u} ({entry.Code} at {Place(entry)}): {entry.Message} {Again(entry)}") + there,
            (_, _, { Fault: { } fault } row, _) => Say($"On its way: {Name(row)} failed {row.Attempts} times, last with {fault}; the next attempt is at {row.DueAt:u}.") + there,
            (_, _, { } row, _) => Say($"On its way: {Name(row)} waits for delivery since {row.CreatedAt:u}.") + there,
            (_, _, _, { AcknowledgedVersion: not null }) => "Delivered." + there,
            (_, _, _, not null) => "In the ledger; nothing of it has to be delivered.",
            _ => "Read, but nothing of it was accepted: its entries in quarantine are closed.",
        };
    }

    private static IEnumerable<TraceStep> Steps(
        SqliteConnection db, string number, List<OutboxRow> deliveries, List<QuarantineEntry> quarantine, List<DifferenceView> differences)
    {
        var of = new { number };
        return db.List(ViewsSql.Events, Event, of)
            .Concat(db.List(ViewsSql.Progress, Progress, of))
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
        var acknowledged = row.TimeOrNull("acked_at") is { } at ? Say($"acknowledged {at:u}") : "not acknowledged yet";
        return new(row.Time("event_time"), "read", $"progress row {row.Text("hash")}, {acknowledged}", row.Text("connector"));
    }

    private static IEnumerable<TraceStep> Delivery(OutboxRow row)
    {
        yield return new(row.CreatedAt, "store", Say($"{Name(row)} accepted (outbox {row.Id}, {row.Origin}, run {row.RunId})"), row.Connector);
        foreach (var call in row.Calls)
            yield return new(call.StartedAt, "deliver", Say($"call {call.Id} with {Name(row)}: {(call.EndedAt is null ? "no answer written yet" : "answered")}"), row.Connector);
        if (row.State == "pending" && row.Fault is { } fault)
            yield return new(row.DueAt!.Value, "deliver", Say($"next attempt of {Name(row)} after {row.Attempts} that failed, last with {fault}: {row.Message}"), row.Connector);
        if (row.SettledAt is { } settled)
            yield return new(settled, row.State == "acknowledged" ? "acknowledge" : "deliver", $"{Name(row)} {row.State}{Why(row)}", row.Connector);
    }

    private static IEnumerable<TraceStep> Quarantine(QuarantineEntry entry)
    {
        yield return new(entry.FirstSeen, "quarantine", Say($"kept out (quarantine {entry.Id}): {entry.Code} at {Place(entry)}: {entry.Message}"), entry.Connector);
        if (entry.State != "open")
            yield return new(entry.LastSeen, "quarantine", Say($"quarantine {entry.Id} {entry.State}"), entry.Connector);
    }

    private static TraceStep Difference(DifferenceView found)
    {
        var members = found.Members.Count > 0 ? $" in {string.Join(", ", found.Members)}" : "";
        return new(found.FoundAt, "reconcile", Say($"reconciliation {found.ReconciliationId}: {found.Kind}{members}; {found.Resolution}"), found.Connector);
    }

    private static string Name(OutboxRow row) => row.Kind == "dossier" ? Say($"version {row.Version}") : Say($"progress row of outbox {row.Id}");

    private static string Why(OutboxRow row) => row is { State: "dead", Fault: { } fault } ? $": {fault}: {row.Message}" : "";

    private static string Place(QuarantineEntry entry) => entry.Pointer.Length > 0 ? entry.Pointer : "the record";

    private static string Again(QuarantineEntry entry) =>
        entry.DueAt is { } at ? Say($"It is tried again at {at:u}.") : Say($"It is tried again when its cause goes, or with: hub quarantine retry {entry.Id}.");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
