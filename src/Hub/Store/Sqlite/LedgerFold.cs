using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Folds a dossier from what the ledger keeps of it.</summary>
internal static class LedgerFold
{
    public static Folded Apply(Statements sql, DossierRow row) => Fold.Apply(row.BasePacket, Load(sql, row.Number));

    /// <summary>The row as it is with the folded packet in place of its own.</summary>
    public static DossierRow With(this DossierRow row, JsonObject packet)
    {
        var text = packet.ToJsonString(PacketWriter.JsonOptions);
        return row with { Packet = text, PacketHash = PacketDigest.TomTat(text), Status = Fold.StatusOf(packet) };
    }

    public static IReadOnlyCollection<int> Statuses(string? list) =>
        list is null ? [] : [.. list.Split(',').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))];

    private static List<FoldEvent> Load(Statements sql, string number) => sql.All(
        HubSql.Events,
        reader => new FoldEvent(
            reader.GetInt64(0),
            reader.GetInt64(1),
            reader.GetInt64(2),
            reader.GetString(3),
            Statuses(reader.Text(4)),
            reader.GetString(6) == "dossier",
            reader.GetString(6) == "edit" ? null : new Guard(reader.GetInt64(5) != 0)),
        number);
}
