using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// Puts a dossier that no connector owns onto what the target holds of it, before it is sent: what the settlement system's staff
/// edited since the last acknowledgement becomes an event at reading time, and the version is raised above what the target has seen.
/// </summary>
internal sealed class Rebase(Slice slice, long now)
{
    public Rebased? Apply(PendingDossier pending, TargetDossier target)
    {
        if (slice.Outbox.Find(pending.Id) is not { IsPending: true } queued)
            return null;   // a newer version was accepted meanwhile; it queries for itself

        var there = PacketDigest.TomTat(target.Packet);
        var ours = slice.PacketsOf(pending.Number).Sent.Any(sent => sent.Is(there, target.Version));
        var row = NoteProgress(Dossier(pending.Number), target);
        var present = ours ? row : FoldEdits(row, target);
        var version = NextVersion(row, present, target, there);
        slice.Dossiers.Put(present with { Version = version });
        slice.Note(slice.Outbox.Find(queued.Id)!, new OutboxEvent.Renumbered(version));
        var packet = slice.PacketsOf(pending.Number).Packet;
        return new(pending with { Version = version, Packet = packet, Hash = present.PacketHash }, ours);
    }

    // What the target has already needs no new number; what it would refuse, or has seen under this number, does.
    private static long NextVersion(DossierRow row, DossierRow present, TargetDossier target, Hash256 there)
    {
        var highest = Math.Max(row.Version, target.Version);
        var changed = present.PacketHash != row.PacketHash || target.Version >= row.Version;
        return present.PacketHash != there && changed ? highest + 1 : highest;
    }

    // From now on the target's packet is what edits are told from; what was sent is still known by its hash.
    private DossierRow FoldEdits(DossierRow row, TargetDossier target)
    {
        var packets = slice.PacketsOf(row.Number);
        var edit = PacketDiff.Edit(Known(row, packets), Fold.Parse(target.Packet));
        if (edit.Count == 0)
            return row;

        KeepEdit(row.Number, edit.ToJsonString(PacketWriter.JsonOptions));
        var (edited, packet) = (row with { HasEvents = true }).With(LedgerFold.Apply(slice, row.Number).Packet);
        slice.Packets.Put(packets with
        {
            Packet = packet,
            Acked = target.Packet,
            Sent = [.. packets.Sent.Select(sent => sent with { Packet = null })],
        });
        return edited;
    }

    private void KeepEdit(string number, string members) => slice.Events.Put(new()
    {
        Id = slice.NextId(IdKind.Event),
        Number = number,
        EventTime = now,
        Arrival = slice.NextId(IdKind.Arrival),
        Connector = "settlement",
        Kind = "edit",
        Members = members,
        Hash = Hash256.Of(System.Text.Encoding.UTF8.GetBytes($"edit|{now}|{members}")),
    });

    // Staff may have edited on top of what was acknowledged, or of what was sent since and never answered.
    private static List<JsonObject> Known(DossierRow row, DossierPackets packets) =>
    [
        Fold.Parse(packets.Acked ?? packets.Base ?? "{}"),
        .. packets.Sent.Where(sent => sent.Version > (row.AckedVersion ?? 0)).Select(sent => sent.Packet).OfType<string>().Select(Fold.Parse),
    ];

    // What the target lists is what it has: ours that arrived without an answer are acknowledged by it.
    private DossierRow NoteProgress(DossierRow row, TargetDossier target)
    {
        if (target.Progress is null)
            return row;

        var hashes = target.Progress.Select(PacketDigest.RowHash).ToHashSet();
        slice.Acknowledge(row, row.Only([.. target.Progress.Select(PacketDigest.RowHash)]));

        // What had been acknowledged and is not there any more goes there again: the digests agree from now on, and nobody else would see it.
        foreach (var progress in slice.Progress.Of(row.Number))
            if (hashes.Contains(progress.Hash) != progress.AckedAt is not null)
                slice.Progress.Put(progress with { AckedAt = progress.AckedAt is null ? now : null });
        var repairs = new Repairs(slice, now);
        repairs.QueueProgress(row, hashes);
        repairs.Receipt();
        return Dossier(row.Number);
    }

    private DossierRow Dossier(string number) =>
        slice.Dossiers.Find(number) ?? throw new InvalidOperationException("A pending dossier is not in the ledger.");
}
