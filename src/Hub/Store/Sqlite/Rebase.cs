using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// Puts a dossier that no connector owns onto what the target holds of it, before it is sent: what the settlement system's staff
/// edited since the last acknowledgement becomes an event at reading time, and the version is raised above what the target has seen.
/// </summary>
internal sealed class Rebase(Statements sql, long now)
{
    public Rebased? Apply(PendingDossier pending, TargetDossier target)
    {
        if (sql.Scalar<long>(HubSql.RowIsPending, pending.Id) == 0)
            return null;   // a newer version was accepted meanwhile; it queries for itself

        var row = DossierRow.Load(sql, pending.Number) ?? throw new InvalidOperationException("A pending dossier is not in the ledger.");
        var there = PacketDigest.TomTat(target.Packet);
        var ours = row.Sent.Any(sent => sent.Is(there, target.Version));
        NoteProgress(row, target);
        var present = ours ? row : FoldEdits(row, target);
        var version = NextVersion(row, present, target, there);
        (present with { Version = version }).Update(sql);
        sql.Run(HubSql.MoveRow, pending.Id, version);
        return new(pending with { Version = version, Packet = present.Packet, Hash = present.PacketHash }, ours);
    }

    // What the target has already needs no new number; what it would refuse, or has seen under this number, does.
    private static long NextVersion(DossierRow row, DossierRow present, TargetDossier target, Hash256 there)
    {
        var highest = Math.Max(row.Version, target.Version);
        var changed = present.PacketHash != row.PacketHash || target.Version >= row.Version;
        return present.PacketHash != there && changed ? highest + 1 : highest;
    }

    private DossierRow FoldEdits(DossierRow row, TargetDossier target)
    {
        var edit = PacketDiff.Edit(Known(row), Fold.Parse(target.Packet));
        if (edit.Count == 0)
            return row;

        var members = edit.ToJsonString(PacketWriter.JsonOptions);
        var hash = Hash256.Of(System.Text.Encoding.UTF8.GetBytes($"edit|{now}|{members}"));
        var arrival = sql.Scalar<long>(HubSql.NextArrival);
        sql.Run(HubSql.InsertEvent, row.Number, now, arrival, "settlement", "edit", members, null, 0, hash.Bytes());
        sql.Run(HubSql.NoteEdit, row.Number, target.Packet);
        var edited = row with { HasEvents = true };
        return edited.With(LedgerFold.Apply(sql, edited).Packet);
    }

    // Staff may have edited on top of what was acknowledged, or of what was sent since and never answered.
    private static List<JsonObject> Known(DossierRow row) =>
    [
        Fold.Parse(row.AckedPacket ?? row.BasePacket ?? "{}"),
        .. row.Sent.Where(sent => sent.Version > (row.AckedVersion ?? 0)).Select(sent => sent.Packet).OfType<string>().Select(Fold.Parse),
    ];

    // What the target lists is what it has: ours that arrived without an answer are acknowledged by it.
    private void NoteProgress(DossierRow row, TargetDossier target)
    {
        if (target.Progress is null)
            return;

        var hashes = target.Progress.Select(PacketDigest.RowHash).ToList();
        foreach (var hash in hashes)
            sql.Run(HubSql.AcknowledgeProgress, row.Number, hash.Bytes(), now);
        var buckets = new Buckets(sql);
        buckets.SetProgress(row.Acked, row.Acked.Only(hashes));
        buckets.Flush();

        // What had been acknowledged and is not there any more goes there again: the digests agree from now on, and nobody else would see it.
        foreach (var lost in sql.All(HubSql.AcknowledgedProgress, r => r.Hash(0)!.Value, row.Number).Except(hashes))
            sql.Run(HubSql.ForgetProgress, row.Number, lost.Bytes());
        var repairs = new Repairs(sql, now);
        repairs.QueueProgress(row, hashes);
        repairs.Receipt();
    }
}
