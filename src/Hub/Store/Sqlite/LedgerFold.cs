using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Folds a dossier from what the ledger keeps of it.</summary>
internal static class LedgerFold
{
    public static Folded Apply(Statements sql, string number, string? basePacket, params FoldEvent[] more) =>
        Fold.Apply(basePacket, Load(sql, number).Concat(more));

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
            reader.GetString(2),
            Statuses(reader.Text(3)),
            reader.GetString(5) == "edit" ? null : new Guard(reader.GetInt64(4) != 0)),
        number);
}
