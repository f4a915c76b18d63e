using IntegrationHub.Sim.Settlement.Digests;
using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>A dossier as it stands now. Changed only under the ledger's lock.</summary>
internal sealed class Dossier(DossierHead head, JournalSlice json)
{
    private readonly List<StoredRow> rows = new(1);
    private Digest? leaf;

    public DossierHead Head { get; private set; } = head;

    public JournalSlice Json { get; private set; } = json;

    public uint BucketKey { get; } = DossierDigests.BucketKey(head.MaHoSo);

    /// <summary>A bit for each account that has written it at least once.</summary>
    public ulong Writers { get; private set; }

    public Digest TomTatTienDo { get; private set; }

    /// <summary>Computed when it is first asked for after a change, so that a replay hashes each dossier once.</summary>
    public Digest Leaf => leaf ??= DossierDigests.Leaf(MaHoSo, Head.TomTat, rows.Count, TomTatTienDo);

    public IReadOnlyList<StoredRow> Rows => rows;

    public string MaHoSo => Head.MaHoSo;

    public void Replace(DossierHead head, JournalSlice json)
    {
        Head = head with { MaHoSo = MaHoSo };
        Json = json;
        leaf = null;
    }

    public void Append(StoredRow row)
    {
        rows.Add(row);
        TomTatTienDo ^= row.Hash;
        leaf = null;
    }

    public bool Holds(Digest rowHash) => rows.Exists(stored => stored.Hash == rowHash);

    public bool IsWrittenBy(int writer) => (Writers & (1UL << writer)) != 0;

    public void AddWriter(int writer) => Writers |= 1UL << writer;
}
