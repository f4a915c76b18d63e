using IntegrationHub.Sim.Settlement.Digests;
using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>A dossier as it stands now. Changed only under the ledger's lock.</summary>
internal sealed class Dossier(DossierPacket packet)
{
    private readonly List<ProgressRow> rows = new(1);
    private Digest? leaf;

    public DossierPacket Packet { get; private set; } = packet;

    public uint BucketKey { get; } = DossierDigests.BucketKey(packet.MaHoSo);

    /// <summary>A bit for each account that has written it at least once.</summary>
    public ulong Writers { get; private set; }

    public Digest TomTatTienDo { get; private set; }

    /// <summary>Computed when it is first asked for after a change, so that a replay hashes each dossier once.</summary>
    public Digest Leaf => leaf ??= DossierDigests.Leaf(MaHoSo, Packet.TomTat, rows.Count, TomTatTienDo);

    public IReadOnlyList<ProgressRow> Rows => rows;

    public string MaHoSo => Packet.MaHoSo;

    public void Replace(DossierPacket packet)
    {
        Packet = packet with { MaHoSo = MaHoSo };
        leaf = null;
    }

    public void Append(ProgressRow row)
    {
        rows.Add(row with { MaHoSo = MaHoSo });
        TomTatTienDo ^= row.Hash;
        leaf = null;
    }

    public bool Holds(ProgressRow row) => rows.Exists(stored => stored.Hash == row.Hash);

    public bool IsWrittenBy(int writer) => (Writers & (1UL << writer)) != 0;

    public void AddWriter(int writer) => Writers |= 1UL << writer;
}
