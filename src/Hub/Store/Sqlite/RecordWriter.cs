using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Stores one canonical record: decides whether it is new, folds it into its dossier, assigns the version, queues the delivery.</summary>
internal sealed class RecordWriter(Statements sql, PageCommit page, long now)
{
    private string Connector => page.Source.Id;

    private Guard Guard => new(page.Source.Manifest.EveryStep);

    public Stored Store(PreparedRecord record) => record switch
    {
        PreparedDossier dossier => Store(dossier),
        PreparedChange change => Store(change),
        PreparedProgress progress => Store(progress),
        _ => throw new InvalidOperationException($"No such prepared record: {record.GetType().Name}."),
    };

    private Stored Store(PreparedDossier dossier)
    {
        var row = DossierRow.Load(sql, dossier.Number);
        if (row is null)
            return Accept(First(dossier), isNew: true);
        if (row.Owner is { } owner && owner != Connector)
            return Stored.Refused(new("other-owner", "/MaHoSo", $"The dossier is owned by {owner}; two connectors cannot own one dossier. Decide which one owns it.", dossier.Number));
        if (row.Owner is not null && (row.SourceHash == dossier.Hash || dossier.EventTime < row.EventTime))
            return Seen(row, dossier);

        return row.Owner is null || row.HasEvents || !page.Source.OwnsAll ? FoldIn(row, dossier) : Replace(row, dossier);
    }

    private DossierRow First(PreparedDossier dossier) => new()
    {
        Number = dossier.Number,
        Bucket = DossierRow.BucketOf(dossier.Number),
        Owner = Connector,
        Tag = Connector,
        EventTime = dossier.EventTime,
        SourceHash = dossier.Hash,

        // A partial owner's states are kept from the first, for conditions of others may ask what the status was.
        HasEvents = !page.Source.OwnsAll,
        Packet = dossier.Packet,
        PacketHash = dossier.Hash,
        Status = dossier.Status,
        Version = dossier.EventTime,
    };

    // Known already, or older than what is known: never dropped in silence, counted as unchanged.
    private Stored Seen(DossierRow row, PreparedDossier dossier)
    {
        if (dossier.EventTime > row.EventTime)
            sql.Run(HubSql.TouchDossier, row.Number, dossier.EventTime);
        return Stored.Unchanged;
    }

    private Stored Replace(DossierRow row, PreparedDossier dossier) =>
        StatusGuard.Refuses(row.Status, dossier.Status, Guard.EveryStep)
            ? StatusStep(dossier.Number, new(0, row.Status, dossier.Status))
            : Accept(Owned(row, dossier) with { Packet = dossier.Packet, PacketHash = dossier.Hash, Status = dossier.Status });

    private Stored FoldIn(DossierRow row, PreparedDossier dossier)
    {
        KeepPresent(row);
        var arrival = AddWhole(row.Number, dossier.EventTime, OwnMembers(dossier.Packet), dossier.Hash);
        var folded = LedgerFold.Apply(sql, row.Number, row.BasePacket);
        if (Refused(folded, arrival) is { } step)
            return StatusStep(row.Number, step);

        sql.Run(HubSql.ThinDossierEvents, row.Number, dossier.EventTime);
        return Accept((Owned(row, dossier) with { HasEvents = true }).With(folded.Packet));
    }

    private DossierRow Owned(DossierRow row, PreparedDossier dossier) => row with
    {
        Owner = Connector,
        Tag = Connector,
        EventTime = dossier.EventTime,
        SourceHash = dossier.Hash,
        Version = Math.Max(row.Version + 1, dossier.EventTime),
    };

    private Stored Store(PreparedChange change)
    {
        if (LoadOrBase(change.Number, out var refusal) is not { } row)
            return Stored.Refused(refusal!);
        if (sql.Scalar<long>(HubSql.EventKnown, change.Number, change.Hash.Bytes()) == 1)
            return Stored.Unchanged;

        KeepPresent(row);
        var arrival = AddEvent(change.Number, change.EventTime, "change", change.Members, change.Unless, change.Hash);
        var folded = LedgerFold.Apply(sql, row.Number, row.BasePacket);
        if (Refused(folded, arrival) is { } step)
            return StatusStep(row.Number, step);

        var present = (row with { HasEvents = true, Version = Math.Max(row.Version + 1, change.EventTime) }).With(folded.Packet);
        return present.PacketHash == row.PacketHash ? Stored.Unchanged : Accept(present);
    }

    private Stored Store(PreparedProgress progress)
    {
        if (LoadOrBase(progress.Number, out var refusal) is not { } row)
            return Stored.Refused(refusal!);
        if (sql.Run(HubSql.InsertProgress, progress.Number, progress.Hash.Bytes(), Connector, progress.Row, progress.EventTime) == 0)
            return Stored.Unchanged;

        sql.Run(HubSql.InsertOutbox, progress.Number, Connector, 2, progress.Hash.Bytes(), 0, row.Range, page.Origin, page.Run, now);
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
                refusal = new("base-unread", "/MaHoSo", $"The settlement system could not be asked for the dossier ({fault.Name}); it is asked again by itself.", number);
                return null;
            default:
                refusal = new("no-base", "/MaHoSo", "The settlement system does not hold this dossier, and no connector owns it; it is asked again by itself. Check the number at the source.", number);
                return null;
        }
    }

    private DossierRow FromBase(string number, TargetDossier found)
    {
        var rows = (found.Progress ?? []).Select(PacketDigest.RowHash).ToList();
        return new()
        {
            Number = number,
            Bucket = DossierRow.BucketOf(number),
            Tag = Connector,
            BasePacket = found.Packet,
            Packet = found.Packet,
            PacketHash = PacketDigest.TomTat(found.Packet),
            Status = Fold.StatusOf(Fold.Parse(found.Packet)),
            Version = found.Version,
            ForeignCount = rows.Count,
            ForeignDigest = rows.Aggregate(Hash256.Zero, (sum, hash) => sum ^ hash),
        };
    }

    private Stored Accept(DossierRow row, bool isNew = false)
    {
        if (isNew)
        {
            row.Insert(sql);
            if (row.HasEvents)
                AddWhole(row.Number, row.EventTime, OwnMembers(row.Packet), row.PacketHash);
        }
        else
        {
            row.Update(sql);
            sql.Run(HubSql.Supersede, row.Number, now);
            sql.Run(HubSql.ReviveProgress, row.Number, now);
        }

        sql.Run(HubSql.InsertOutbox, row.Number, Connector, 1, null, row.Version, row.Range, page.Origin, page.Run, now);
        sql.Run(HubSql.WakeQuarantine, row.Number, now);
        return Stored.AsNew;
    }

    // A refused event must not stay behind, or it would be folded with the next one.
    private Stored StatusStep(string number, RefusedStep step)
    {
        if (step.Arrival > 0)
            sql.Run(HubSql.DeleteEvent, step.Arrival);
        return Stored.Refused(new("status-step", "/TrangThaiHoSo", $"The dossier stands at status {step.From}; a step to {step.To} is not allowed. Check both sides; the record is tried again when the dossier moves.", number));
    }

    // Only the event that arrives is judged; what it makes of events accepted earlier is the fold's affair.
    private static RefusedStep? Refused(Folded folded, long arrival) => folded.Refused.FirstOrDefault(step => step.Arrival == arrival);

    // The first event of an owned dossier: what the owner said until now becomes an event too, so that a fold can begin with it.
    private void KeepPresent(DossierRow row)
    {
        if (row.HasEvents)
            return;
        if (row.Owner is not null)
            AddWhole(row.Number, row.EventTime, row.Packet, row.PacketHash);
        sql.Run(HubSql.FlagEvents, row.Number);
    }

    private long AddWhole(string number, long time, string members, Hash256 hash) =>
        AddEvent(number, time, "dossier", members, null, Hash256.Of(System.Text.Encoding.UTF8.GetBytes($"{Connector}|{time}|{hash}")));

    private long AddEvent(string number, long time, string kind, string members, string? unless, Hash256 hash)
    {
        sql.Run(HubSql.InsertEvent, number, time, Connector, kind, members, unless, Guard.EveryStep ? 1 : 0, hash.Bytes());
        return sql.Scalar<long>(HubSql.LastInserted);
    }

    private string OwnMembers(string packet)
    {
        if (page.Source.OwnsAll)
            return packet;
        var own = new System.Text.Json.Nodes.JsonObject();
        foreach (var (name, value) in Fold.Parse(packet))
            if (page.Source.Manifest.Owns.Contains(name))
                own[name] = value?.DeepClone();
        return own.ToJsonString(PacketWriter.JsonOptions);
    }
}

/// <summary>What became of one canonical record.</summary>
internal readonly record struct Stored(bool Accepted, Refusal? Refusal)
{
    public static Stored AsNew => new(true, null);

    public static Stored Unchanged => new(false, null);

    public static Stored Refused(Refusal refusal) => new(false, refusal);
}
