using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// Stores one canonical record: decides whether it is new, folds it into its dossier, assigns the version, queues the delivery.
/// </summary>
internal sealed class RecordWriter(Slice slice, PageCommit page, long now)
{
    private readonly OutboxWriter outbox = new(slice, now);
    private readonly DossierEvents events = new(slice, page.Source);

    private string Connector => page.Source.Id;

    private bool EveryStep => page.Source.Manifest.EveryStep;

    /// <summary>Stores a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="arrival">Its place in the order of arrival, where it was seen before.</param>
    public Stored Store(PreparedRecord record, long? arrival) => record switch
    {
        PreparedDossier dossier => Store(dossier, arrival),
        PreparedChange change => Store(change, arrival),
        PreparedProgress progress => Store(progress),
        _ => throw new InvalidOperationException($"No such prepared record: {record.GetType().Name}."),
    };

    private Stored Store(PreparedDossier dossier, long? arrival)
    {
        if (slice.Dossiers.Find(dossier.Number) is not { } row)
            return AcceptFirst(dossier, arrival);
        if (row.Owner is { } owner && owner != Connector)
            return Stored.Refused(new(
                "other-owner", "/MaHoSo",
                $"The dossier is owned by {owner}; two connectors cannot own one dossier. Decide which one owns it.",
                dossier.Number));
        if (row.Owner is not null && IsKnown(row, dossier))
            return Seen(row, dossier);

        return IsFolded(row, page.Source) ? FoldIn(row, dossier, arrival) : Replace(row, dossier, arrival);
    }

    /// <summary>Whether a whole dossier is not simply put in the place of the one before, for others speak of it too.</summary>
    public static bool IsFolded(DossierRow row, Source source) => row.Owner is null || row.HasEvents || !source.OwnsAll;

    /// <summary>
    /// Whether it says what is known already, or is older. Where others' changes count too, the same content said again later is news:
    /// it comes after them.
    /// </summary>
    public static bool IsKnown(DossierRow row, PreparedDossier dossier) =>
        dossier.EventTime < row.EventTime || (row.SourceHash == dossier.Hash && (dossier.EventTime == row.EventTime || !row.HasEvents));

    private Stored AcceptFirst(PreparedDossier dossier, long? arrival)
    {
        var row = new DossierRow
        {
            Number = dossier.Number,
            Bucket = DossierRow.BucketOf(dossier.Number),
            Owner = Connector,
            EveryStep = EveryStep,
            Tag = Connector,
            EventTime = dossier.EventTime,
            SourceHash = dossier.Hash,

            // A partial owner's states are kept from the first, for conditions of others may ask what the status was.
            HasEvents = !page.Source.OwnsAll,
            PacketHash = dossier.Hash,
            Status = dossier.Status,

            // The target takes no PhienBan below 1, and an empty date of some software lies before 1970 in UTC.
            Version = Math.Max(1, dossier.EventTime),
            Arrival = arrival ?? slice.NextId(IdKind.Arrival),
        };
        if (row.HasEvents)
            events.AddWhole(row, dossier.Packet, row.Arrival);
        return Accept(row, new(row.Number, dossier.Packet, events.FirstBase(dossier.Packet)));
    }

    // Known already, or older than what is known: never dropped in silence, counted as unchanged.
    private Stored Seen(DossierRow row, PreparedDossier dossier)
    {
        if (dossier.EventTime > row.EventTime)
            slice.Dossiers.Put(row with { EventTime = dossier.EventTime, Arrival = slice.NextId(IdKind.Arrival) });
        return Stored.Unchanged;
    }

    private Stored Replace(DossierRow row, PreparedDossier dossier, long? arrival) =>
        StatusGuard.Refuses(row.Status, dossier.Status, EveryStep)
            ? StatusStep(dossier.Number, row.Status, dossier.Status)
            : Accept(
                Owned(row, dossier) with
                {
                    PacketHash = dossier.Hash,
                    Status = dossier.Status,
                    Arrival = arrival ?? slice.NextId(IdKind.Arrival),
                },
                new(dossier.Number, dossier.Packet));

    private Stored FoldIn(DossierRow row, PreparedDossier dossier, long? arrival)
    {
        var kept = events.KeepPresent(row);
        var packets = slice.PacketsOf(kept.Number);
        var added = events.AddWhole(Owned(kept, dossier), dossier.Packet, arrival);
        slice.Packets.Put(packets with { Base = events.NextBase(packets.Base, dossier.Packet), Acked = null, Sent = [] });   // it has an owner now
        var folded = LedgerFold.Apply(slice, kept.Number);
        if (Refused(folded, added) is { } step)
        {
            slice.Packets.Put(packets);
            return Refuse(kept.Number, step);
        }

        events.ThinOlder(kept.Number, dossier.EventTime);
        return AcceptIfNew(kept, Owned(kept, dossier), folded);
    }

    private DossierRow Owned(DossierRow row, PreparedDossier dossier) => row with
    {
        Owner = Connector,
        EveryStep = EveryStep,
        Tag = Connector,
        EventTime = dossier.EventTime,
        SourceHash = dossier.Hash,
        Version = Math.Max(row.Version + 1, dossier.EventTime),
    };

    private Stored Store(PreparedChange change, long? arrival)
    {
        if (FindOrBase(change.Number, out var refusal) is not { } row)
            return Stored.Refused(refusal!);
        if (events.Knows(change))
            return Stored.Unchanged;

        var kept = events.KeepPresent(row);
        var added = events.AddChange(change, arrival);
        var folded = LedgerFold.Apply(slice, kept.Number);
        if (Refused(folded, added) is { } step)
            return Refuse(kept.Number, step);

        return AcceptIfNew(kept, kept with { Version = Math.Max(kept.Version + 1, change.EventTime) }, folded);
    }

    private Stored Store(PreparedProgress progress)
    {
        if (FindOrBase(progress.Number, out var refusal) is not { } row)
            return Stored.Refused(refusal!);
        if (slice.Progress.Find((progress.Number, progress.Hash)) is not null)
            return Stored.Unchanged;

        var added = new ProgressRow
        {
            Number = progress.Number,
            Hash = progress.Hash,
            Connector = Connector,
            Row = progress.Row,
            EventTime = progress.EventTime,
        };
        slice.Progress.Put(added);
        outbox.QueueProgress(row, added, page.Origin, page.Run);
        return Stored.AsNew;
    }

    // What no connector owns belongs to the settlement system: its present state there is the base that changes are folded onto.
    private DossierRow? FindOrBase(string number, out Refusal? refusal)
    {
        refusal = null;
        if (slice.Dossiers.Find(number) is { } row)
            return row;

        switch (page.Bases.GetValueOrDefault(number))
        {
            case Base.Found { Dossier: var found }:
                return FromBase(number, found);
            case Base.Unread { Fault: var fault }:
                refusal = new(
                    "base-unread", "/MaHoSo",
                    $"The settlement system could not be asked for the dossier ({fault.Name}); it is asked again by itself.",
                    number);
                return null;
            default:
                refusal = new(
                    "no-base", "/MaHoSo",
                    "The settlement system does not hold this dossier, and no connector owns it; it is asked again by itself. "
                    + "Check the number at the source.",
                    number);
                return null;
        }
    }

    private DossierRow FromBase(string number, TargetDossier found)
    {
        var hash = PacketDigest.TomTat(found.Packet);
        var row = new DossierRow
        {
            Number = number,
            Bucket = DossierRow.BucketOf(number),
            Tag = Connector,
            PacketHash = hash,
            AckedHash = hash,
            Status = Fold.StatusOf(Fold.Parse(found.Packet)),
            Version = found.Version,
        };
        slice.Dossiers.Put(row);
        slice.Packets.Put(new(number, found.Packet, Base: found.Packet));
        return row;
    }

    private Stored AcceptIfNew(DossierRow before, DossierRow after, Folded folded)
    {
        var (row, packet) = after.With(folded.Packet);
        var packets = slice.PacketsOf(row.Number) with { Packet = packet };
        if (row.PacketHash != before.PacketHash)
            return Accept(row, packets);

        slice.Dossiers.Put(row with { Version = before.Version });
        slice.Packets.Put(packets);
        WakeQuarantine(row.Number);   // a step on the way may be another now
        return Stored.Unchanged;
    }

    private Stored Accept(DossierRow row, DossierPackets packets)
    {
        slice.Dossiers.Put(row);
        slice.Packets.Put(packets);
        outbox.Queue(row, Connector, page.Origin, page.Run);
        WakeQuarantine(row.Number);
        return Stored.AsNew;
    }

    // The dossier has moved: what was refused for what it was may now be right.
    private void WakeQuarantine(string number)
    {
        foreach (var entry in slice.OpenOf(number).Where(entry => WaitsForDossier(entry.Code)))
            slice.Quarantine.Put(entry with { DueAt = now });
    }

    private static bool WaitsForDossier(string code) => code is "status-step" or "no-base" or "base-unread";

    // A refused event must not stay behind, or it would be folded with the next one.
    private Stored Refuse(string number, RefusedStep step)
    {
        slice.Events.Remove(step.Event);
        return StatusStep(number, step.From, step.To);
    }

    private static Stored StatusStep(string number, int from, int to) => Stored.Refused(new(
        "status-step",
        "/TrangThaiHoSo",
        $"The dossier stands at status {from}; a step to {to} is not allowed. "
        + "Check both sides; the record is tried again when the dossier moves.",
        number));

    // Only the event that arrives is judged; what it makes of events accepted earlier is the fold's affair.
    private static RefusedStep? Refused(Folded folded, long added) => folded.Refused.FirstOrDefault(step => step.Event == added);
}

/// <summary>What became of one canonical record.</summary>
internal readonly record struct Stored(bool Accepted, Refusal? Refusal)
{
    public static Stored AsNew => new(true, null);

    public static Stored Unchanged => new(false, null);

    public static Stored Refused(Refusal refusal) => new(false, refusal);
}
