using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Store;

/// <summary>Keeps what a dossier is folded from: its base, and the events of a source.</summary>
internal sealed class DossierEvents(Slice slice, Source source)
{
    // A status alone is about this long; what is longer holds more and is thinned to it.
    private const int StatusAlone = 40;

    private bool EveryStep => source.Manifest.EveryStep;

    /// <summary>
    /// Keeps the owner's newest whole dossier, of the members that it owns;
    /// said again at the same time, it counts as said last.
    /// </summary>
    /// <returns>The event.</returns>
    public long AddWhole(DossierRow owned, string packet, long? arrival) => AddWhole(owned, packet, arrival, Owns);

    /// <summary>Whether a change is kept already.</summary>
    public bool Knows(PreparedChange change) => slice.Events.Of(change.Number).Any(e => e.Hash == change.Hash);

    /// <summary>Keeps a change.</summary>
    /// <returns>The event.</returns>
    public long AddChange(PreparedChange change, long? arrival) =>
        Add(change.Number, change.EventTime, arrival, source.Id, "change", change.Members, change.Unless, EveryStep, change.Hash);

    /// <summary>
    /// Before the first event of a dossier:
    /// what its owner said until now becomes the base and an event, so that a fold can begin with it.
    /// </summary>
    public DossierRow KeepPresent(DossierRow row)
    {
        if (row.HasEvents)
            return row;

        // Only one who owns all members has no events yet.
        var kept = row with { HasEvents = true };
        var packets = slice.PacketsOf(row.Number);
        slice.Dossiers.Put(kept);
        if (kept.Owner is not null)
        {
            slice.Packets.Put(packets with { Base = WithoutStatus(packets.Packet) });
            AddWhole(kept, packets.Packet, kept.Arrival, _ => true);
        }

        return kept;
    }

    /// <summary>What a fold begins with where an owner has said the first word; null where nothing is folded yet.</summary>
    public string? FirstBase(string packet) =>
        source.OwnsAll ? null : Owns(PacketNames.TrangThaiHoSo) ? WithoutStatus(packet) : packet;

    /// <summary>What a fold begins with from now on: of the members that the owner owns, what it has said last, or nothing.</summary>
    public string NextBase(string? present, string packet) => Text(
    [
        .. Pick(present ?? "{}", member => !Owns(member)),
        .. Pick(packet, member => Owns(member) && member != PacketNames.TrangThaiHoSo),
    ]);

    /// <summary>An older whole dossier counts for a fold only by the status that conditions saw then.</summary>
    public void ThinOlder(string number, long eventTime)
    {
        foreach (var e in slice.Events.Of(number))
            if (e.Kind == "dossier" && e.EventTime < eventTime && e.Members.Length > StatusAlone)
                slice.Events.Put(e with { Members = Only(e.Members, member => member == PacketNames.TrangThaiHoSo) });
    }

    // The status is the event's alone: an older event may come before it.
    private static string WithoutStatus(string packet) => Only(packet, member => member != PacketNames.TrangThaiHoSo);

    private long AddWhole(DossierRow owned, string packet, long? arrival, Func<string, bool> owns)
    {
        var hash = Hash256.Of(Encoding.UTF8.GetBytes($"{owned.Owner}|{owned.EventTime}|{owned.SourceHash}"));
        if (slice.Events.Of(owned.Number).FirstOrDefault(e => e.Hash == hash) is { } known)
            slice.Events.Remove(known.Id);
        return Add(owned.Number, owned.EventTime, arrival, owned.Owner!, "dossier", Only(packet, owns), null, owned.EveryStep, hash);
    }

    private long Add(
        string number, long time, long? arrival, string connector, string kind, string members, string? unless, bool everyStep, Hash256 hash)
    {
        var added = new EventRow
        {
            Id = slice.NextId(IdKind.Event),
            Number = number,
            EventTime = time,
            Arrival = arrival ?? slice.NextId(IdKind.Arrival),
            Connector = connector,
            Kind = kind,
            Members = members,
            Unless = unless,
            EveryStep = everyStep,
            Hash = hash,
        };
        slice.Events.Put(added);
        return added.Id;
    }

    private static string Only(string packet, Func<string, bool> keep) => Text(Pick(packet, keep));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Pick(string packet, Func<string, bool> keep) =>
        from member in Fold.Parse(packet)
        where keep(member.Key)
        select KeyValuePair.Create(member.Key, member.Value?.DeepClone());

    private static string Text(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new JsonObject(members).ToJsonString(PacketWriter.JsonOptions);

    private bool Owns(string member) => source.OwnsAll || source.Manifest.Owns.Contains(member);
}
