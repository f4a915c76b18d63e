using IntegrationHub.Sim.Settlement.Digests;
using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>A dossier as it stands now. Changed only under the ledger's lock.</summary>
internal sealed class Dossier(DossierPacket packet)
{
    private readonly List<ProgressRow> rows = [];

    public DossierPacket Packet { get; private set; } = packet;

    public uint BucketKey { get; } = DossierDigests.BucketKey(packet.MaHoSo);

    /// <summary>A bit for each account that has written it at least once.</summary>
    public ulong Writers { get; private set; }

    public Digest TomTatTienDo { get; private set; }

    public Digest Leaf { get; private set; } = LeafOf(packet, 0, default);

    public IReadOnlyList<ProgressRow> Rows => rows;

    public string MaHoSo => Packet.MaHoSo;

    public void Replace(DossierPacket packet)
    {
        Packet = packet;
        Leaf = LeafOf(packet, rows.Count, TomTatTienDo);
    }

    public void Append(ProgressRow row)
    {
        rows.Add(row);
        rows.Capacity = rows.Count;
        TomTatTienDo ^= row.Hash;
        Leaf = LeafOf(Packet, rows.Count, TomTatTienDo);
    }

    public bool Holds(ProgressRow row) => rows.Exists(stored => stored.Hash == row.Hash);

    public bool IsWrittenBy(int writer) => (Writers & (1UL << writer)) != 0;

    public void AddWriter(int writer) => Writers |= 1UL << writer;

    private static Digest LeafOf(DossierPacket packet, int count, Digest rowDigest) =>
        DossierDigests.Leaf(packet.MaHoSo, packet.TomTat, count, rowDigest);
}
