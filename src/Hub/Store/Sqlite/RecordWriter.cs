using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// Stores one canonical record: decides whether it is new, folds it into its dossier, assigns the version, queues the delivery.
/// </summary>
internal sealed class RecordWriter(Statements sql, PageCommit page, long now)
{
    private readonly Outbox outbox = new(sql, now);
    private readonly DossierEvents events = new(sql, page.Source);

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
        var row = DossierRow.Load(sql, dossier.Number);
        if (row is null)
            return AcceptFirst(First(dossier), arrival);
        if (row.Owner is { } owner && owner != Connector)
            return Stored.Refused(new(
                "other-owner", "/MaHoSo",
                $"The dossier is owned by {owner}; two connectors cannot own one dossier. Decide which one owns it.",
                dossier.Number));
        if (row.Owner is not null && IsKnown(row, dossier))
            return Seen(row, dossier);

        return row.Owner is null || row.HasEvents || !page.Source.OwnsAll ? FoldIn(row, dossier, arrival) : Replace(row, dossier);
    }

    // Where others' changes count too, the same content said again later is news: it comes after them.
    private static bool IsKnown(DossierRow row, PreparedDossier dossier) =>
        dossier.EventTime < row.EventTime || (row.SourceHash == dossier.Hash && (dossier.EventTime == row.EventTime || !row.HasEvents));

    private DossierRow First(PreparedDossier dossier) => new()
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
        BasePacket = events.FirstBase(dossier.Packet),
        Packet = dossier.Packet,
        PacketHash = dossier.Hash,
        Status = dossier.Status,

        // The target takes no PhienBan below 1, and an empty date of some software lies before 1970 in UTC.
        Version = Math.Max(1, dossier.EventTime),
    };

    // Known already, or older than what is known: never dropped in silence, counted as unchanged.
    private Stored Seen(DossierRow row, PreparedDossier dossier)
    {
        if (dossier.EventTime > row.EventTime)
            sql.Run(HubSql.TouchDossier, row.Number, dossier.EventTime);
        return Stored.Unchanged;
    }

    private Stored Replace(DossierRow row, PreparedDossier dossier) =>
        StatusGuard.Refuses(row.Status, dossier.Status, EveryStep)
            ? StatusStep(dossier.Number, row.Status, dossier.Status)
            : Accept(Owned(row, dossier) with { Packet = dossier.Packet, PacketHash = dossier.Hash, Status = dossier.Status });

    private Stored FoldIn(DossierRow row, PreparedDossier dossier, long? arrival)
    {
        var kept = events.KeepPresent(row);
        var added = events.AddWhole(Owned(kept, dossier), dossier.Packet, arrival);
        var next = events.NextBase(kept, dossier.Packet);
        var folded = LedgerFold.Apply(sql, kept with { BasePacket = next });
        if (Refused(folded, added) is { } step)
            return Refuse(kept.Number, step);

        sql.Run(HubSql.KeepEvents, kept.Number, next);
        sql.Run(HubSql.ThinDossierEvents, kept.Number, dossier.EventTime);
        return AcceptIfNew(kept, Owned(kept, dossier).With(folded.Packet));
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
        if (LoadOrBase(change.Number, out var refusal) is not { } row)
            return Stored.Refused(refusal!);
        if (sql.Scalar<long>(HubSql.EventKnown, change.Number, change.Hash.Bytes()) == 1)
            return Stored.Unchanged;

        var kept = events.KeepPresent(row);
        var added = events.AddChange(change, arrival);
        var folded = LedgerFold.Apply(sql, kept);
        if (Refused(folded, added) is { } step)
            return Refuse(kept.Number, step);

        return AcceptIfNew(kept, (kept with { Version = Math.Max(kept.Version + 1, change.EventTime) }).With(folded.Packet));
    }

    private Stored Store(PreparedProgress progress)
    {
        if (LoadOrBase(progress.Number, out var refusal) is not { } row)
            return Stored.Refused(refusal!);
        if (sql.Run(HubSql.InsertProgress, progress.Number, progress.Hash.Bytes(), Connector, progress.Row, progress.EventTime) == 0)
            return Stored.Unchanged;

        outbox.QueueProgress(row, Connector, progress.Hash.Bytes(), page.Origin, page.Run);
        return Stored.AsNew;
    }

    // What no connector owns belongs to the settlement system: its present state there is the base that changes are folded onto.
    private DossierRow? LoadOrBase(string number, out Refusal? refusal)
    {
        refusal = null;
        if (DossierRow.Load(sql, number) is { } row)
            return row;

        switch (page.Bases.GetValueOrDefault(number))
        {
            case Base.Found { Dossier: var found }:
                var loaded = FromBase(number, found);
                loaded.Insert(sql);
                return loaded;
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
        return new()
        {
            Number = number,
            Bucket = DossierRow.BucketOf(number),
            Tag = Connector,
            BasePacket = found.Packet,
            Packet = found.Packet,
            PacketHash = hash,
            AckedHash = hash,
            Status = Fold.StatusOf(Fold.Parse(found.Packet)),
            Version = found.Version,
        };
    }

    private Stored AcceptFirst(DossierRow row, long? arrival)
    {
        row.Insert(sql);
        if (row.HasEvents)
            events.AddWhole(row, row.Packet, arrival);
        return Queue(row);
    }

    private Stored AcceptIfNew(DossierRow before, DossierRow after)
    {
        if (after.PacketHash != before.PacketHash)
            return Accept(after);
        (after with { Version = before.Version }).Update(sql);
        return Stored.Unchanged;
    }

    private Stored Accept(DossierRow row)
    {
        row.Update(sql);
        return Queue(row);
    }

    private Stored Queue(DossierRow row)
    {
        outbox.Queue(row, Connector, page.Origin, page.Run);
        sql.Run(HubSql.WakeQuarantine, row.Number, now);
        return Stored.AsNew;
    }

    // A refused event must not stay behind, or it would be folded with the next one.
    private Stored Refuse(string number, RefusedStep step)
    {
        sql.Run(HubSql.DeleteEvent, step.Event);
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
