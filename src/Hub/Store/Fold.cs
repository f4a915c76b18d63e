using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// Folds a dossier from its base and its events by (event time, arrival), conditions and status guard included, so that any
/// order of reading gives the same dossier.
/// </summary>
internal static class Fold
{
    public static Folded Apply(string? basePacket, IEnumerable<FoldEvent> events)
    {
        var packet = basePacket is null ? [] : Parse(basePacket);
        var refused = new List<RefusedStep>();
        var ordered = events.OrderBy(e => e.Time).ThenBy(e => e.Arrival).ThenBy(e => e.Id).ToList();
        var last = ordered.FindLast(e => e.Whole);
        foreach (var e in ordered)
            if (ApplyOne(packet, e, statusOnly: e.Whole && e != last) is { } step)
                refused.Add(step);
        return new(packet, refused);
    }

    // What an owner says of its dossier counts also where its step does not; of what it said before, only the steps count.
    private static RefusedStep? ApplyOne(JsonObject packet, FoldEvent e, bool statusOnly)
    {
        var from = StatusOf(packet);
        if (e.Unless.Contains(from))
            return null;

        var members = Parse(e.Members);
        var to = members.ContainsKey(PacketNames.TrangThaiHoSo) ? StatusOf(members) : from;
        var refused = e.Guard is { } guard && StatusGuard.Refuses(from, to, guard.EveryStep) ? new RefusedStep(e.Id, from, to) : null;
        if (refused is not null && !e.Whole)
            return refused;

        foreach (var (name, value) in members.Where(member => Counts(member.Key)).ToList())
            packet[name] = value?.DeepClone();
        return refused;

        bool Counts(string member) => member == PacketNames.TrangThaiHoSo ? refused is null : !statusOnly;
    }

    public static int StatusOf(JsonObject packet) =>
        packet[PacketNames.TrangThaiHoSo] is JsonValue value && value.TryGetValue(out string? text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;

    public static JsonObject Parse(string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new InvalidOperationException("A packet in the ledger is not a JSON object.");
}

/// <summary>One event of a dossier.</summary>
/// <param name="Id">Its row, which decides among events of one source record.</param>
/// <param name="Time">Its time, microseconds.</param>
/// <param name="Arrival">Its place in the order of arrival, which decides among equal times; taken when it was first seen.</param>
/// <param name="Members">The packet members it sets, JSON.</param>
/// <param name="Unless">The statuses at which it is passed over.</param>
/// <param name="Whole">Whether it is what an owner said of all its members.</param>
/// <param name="Guard">The guard on its status step; null for edits made at the target, which are its own affair.</param>
internal sealed record FoldEvent(
    long Id, long Time, long Arrival, string Members, IReadOnlyCollection<int> Unless, bool Whole, Guard? Guard);

/// <summary>How status steps of a source are guarded.</summary>
/// <param name="EveryStep">Whether the source reports every step, so that the full step table applies.</param>
internal sealed record Guard(bool EveryStep);

/// <summary>An event whose status step the guard refused.</summary>
internal sealed record RefusedStep(long Event, int From, int To);

/// <summary>The folded dossier.</summary>
internal sealed record Folded(JsonObject Packet, IReadOnlyList<RefusedStep> Refused);
