using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// Folds in what the target holds of a dossier before it is sent. Without an owner, what its staff edited since the last
/// acknowledgement becomes an event at reading time; and the version is raised above what the target has seen.
/// </summary>
internal sealed class Rebase(Statements sql, long now)
{
    public PendingDossier Apply(PendingDossier pending, TargetDossier target)
    {
        var row = DossierRow.Load(sql, pending.Number) ?? throw new InvalidOperationException("A pending dossier is not in the ledger.");
        if (row.Version != pending.Version)
            return pending;   // a newer version was accepted meanwhile; this row is superseded, the newer one looks again

        var present = row.Owner is null ? FoldEdits(row, target) : row;
        var version = NextVersion(row, present, target);
        (present with { Version = version }).Update(sql);
        sql.Run("update outbox set version = $2 where id = $1 and state = 0", pending.Id, version);
        return pending with { Version = version, Packet = present.Packet, Hash = present.PacketHash };
    }

    // What the target has already needs no new number; what it would refuse, or has seen under this number, does.
    private static long NextVersion(DossierRow row, DossierRow present, TargetDossier target)
    {
        var highest = Math.Max(row.Version, target.Version);
        var sameThere = present.PacketHash == PacketDigest.TomTat(target.Packet);
        return !sameThere && (present.PacketHash != row.PacketHash || target.Version >= row.Version) ? highest + 1 : highest;
    }

    private DossierRow FoldEdits(DossierRow row, TargetDossier target)
    {
        NoteProgress(row, target);
        var edit = IsOurs(row, target) ? [] : PacketDiff.Edit(Known(row), Fold.Parse(target.Packet));
        if (edit.Count == 0)
            return row;

        var members = edit.ToJsonString(PacketWriter.JsonOptions);
        var hash = Hash256.Of(System.Text.Encoding.UTF8.GetBytes($"edit|{now}|{members}"));
        sql.Run(HubSql.InsertEvent, row.Number, now, "settlement", "edit", members, null, 0, hash.Bytes());
        sql.Run(HubSql.FlagEvents, row.Number);
        sql.Run("update dossier set acked_packet = $2, sent = null where number = $1", row.Number, target.Packet);
        return (row with { HasEvents = true }).With(LedgerFold.Apply(sql, row.Number, row.BasePacket).Packet);
    }

    // A write whose answer was lost, or that took effect late, is our own and no edit.
    private static bool IsOurs(DossierRow row, TargetDossier target)
    {
        var content = PacketDigest.TomTat(target.Packet);
        return row.Sent.Any(sent => (target.Version == 0 || target.Version == sent.Version) && PacketDigest.TomTat(sent.Packet) == content);
    }

    // Staff may have edited on top of what was acknowledged, or of what was sent since and never answered.
    private static List<System.Text.Json.Nodes.JsonObject> Known(DossierRow row) =>
    [
        Fold.Parse(row.AckedPacket ?? row.BasePacket ?? "{}"),
        .. row.Sent.Where(sent => sent.Version > (row.AckedVersion ?? 0)).Select(sent => Fold.Parse(sent.Packet)),
    ];

    // What the target lists is what it has: ours that arrived without an answer are acknowledged by it.
    private void NoteProgress(DossierRow row, TargetDossier target)
    {
        if (target.Progress is null)
            return;

        var hashes = target.Progress.Select(PacketDigest.RowHash).ToList();
        var before = row.Leaf;
        foreach (var hash in hashes)
            sql.Run(HubSql.AcknowledgeProgress, row.Number, hash.Bytes(), now);
        var total = hashes.Aggregate(Hash256.Zero, (sum, hash) => sum ^ hash);
        sql.Run(HubSql.ProgressTotals, row.Number, hashes.Count, total.Bytes());
        new Buckets(sql).Move(row.Prefix, before, (row with { ProgressCount = hashes.Count, ProgressDigest = total }).Leaf);
    }
}
