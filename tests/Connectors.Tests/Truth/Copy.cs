using System.Text.Json.Nodes;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Connectors.Tests.Truth;

/// <summary>What a connector's records amount to, dossier by dossier: the least that a hub must do, without a hub.</summary>
internal sealed class Copy
{
    private readonly Dictionary<string, string> bases = [];
    private readonly Dictionary<string, DateTimeOffset> times = [];
    private readonly List<DossierChange> changes = [];
    private readonly Dictionary<string, HashSet<Hash256>> progress = [];

    public void Base(string number, string packet) => bases[number] = packet;

    public void BaseProgress(string number, string row) => Rows(number).Add(PacketDigest.RowHash(row));

    public void Take(CanonicalRecord record)
    {
        switch (record)
        {
            case Dossier dossier when dossier.Envelope.EventTime >= times.GetValueOrDefault(dossier.Number):
                (bases[dossier.Number], times[dossier.Number]) = (PacketWriter.Dossier(dossier), dossier.Envelope.EventTime);
                break;
            case DossierChange change:
                changes.Add(change);
                break;
            case DossierProgress step:
                Rows(step.Number).Add(PacketDigest.RowHash(PacketWriter.Progress(step)));
                break;
        }
    }

    /// <summary>The dossiers with their changes applied by event time.</summary>
    public Dictionary<string, string> Fold()
    {
        var folded = new Dictionary<string, string>(bases);
        foreach (var change in changes.OrderBy(change => change.Envelope.EventTime).Where(change => folded.ContainsKey(change.Number)))
        {
            var packet = JsonNode.Parse(folded[change.Number])!.AsObject();
            var status = (DossierStatus)int.Parse(packet["TrangThaiHoSo"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
            if (change.Condition?.Unless.Contains(status) == true)
                continue;
            foreach (var (member, value) in JsonNode.Parse(PacketWriter.Change(change))!.AsObject())
                packet[member] = value?.DeepClone();
            folded[change.Number] = packet.ToJsonString(PacketWriter.JsonOptions);
        }

        return folded;
    }

    public HashSet<Hash256> Rows(string number)
    {
        if (!progress.TryGetValue(number, out var rows))
            progress[number] = rows = [];
        return rows;
    }
}
