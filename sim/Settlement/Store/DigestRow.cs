using IntegrationHub.Sim.Settlement.Digests;

namespace IntegrationHub.Sim.Settlement.Store;

/// <summary>Whose dossiers, and of which <c>nguon</c> ("" for all).</summary>
internal readonly record struct DigestScope(string Account, string Nguon);

/// <summary>One row of <c>DanhSachTomTat</c>, as it stood when the page was read.</summary>
internal readonly record struct DigestRow(
    string MaHoSo, long PhienBan, Digest TomTat, byte TrangThaiHoSo, int SoTienDo, Digest TomTatTienDo)
{
    public static DigestRow Of(Dossier dossier) => new(
        dossier.MaHoSo,
        dossier.Head.PhienBan,
        dossier.Head.TomTat,
        dossier.Head.TrangThaiHoSo,
        dossier.Rows.Count,
        dossier.TomTatTienDo);
}

/// <summary>How many dossiers a bucket holds, and the XOR of their leaves.</summary>
internal readonly record struct BucketSum(int Count, Digest Sum)
{
    public BucketSum With(Digest leaf) => new(Count + 1, Sum ^ leaf);

    public BucketSum Without(Digest leaf) => new(Count - 1, Sum ^ leaf);
}
