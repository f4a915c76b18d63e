using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>Folds a dossier from what the ledger keeps of it.</summary>
internal static class LedgerFold
{
    public static Folded Apply(Slice slice, string number) =>
        Fold.Apply(slice.PacketsOf(number).Base, slice.Events.Of(number).Select(Event));

    /// <summary>The row as it is with the folded packet, whose text goes beside it.</summary>
    public static (DossierRow Row, string Packet) With(this DossierRow row, JsonObject packet)
    {
        var text = packet.ToJsonString(PacketWriter.JsonOptions);
        return (row with { PacketHash = PacketDigest.TomTat(text), Status = Fold.StatusOf(packet) }, text);
    }

    public static IReadOnlyCollection<int> Statuses(string? list) =>
        list is null ? [] : [.. list.Split(',').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))];

    private static FoldEvent Event(EventRow row) => new(
        row.Id, row.EventTime, row.Arrival, row.Members, Statuses(row.Unless),
        Whole: row.Kind == "dossier",
        row.Kind == "edit" ? null : new Guard(row.EveryStep));
}
