using System.Text.Json;
using IntegrationHub.Sim.Settlement.Digests;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>A well-formed progress row. Its hash stands for its nine values, which are what identifies it.</summary>
internal sealed record ProgressRow(string MaHoSo, Digest Hash, byte[] Json)
{
    public static readonly string[] MemberNames =
    [
        "MaHoSo", "NguoiXuLy", "ChucDanh", "ThoiDiemXuLy", "PhongBanXuLy", "NoiDungXuLy", "TrangThai", "NgayBatDau",
        "NgayKetThucTheoQuyDinh",
    ];

    public static Item<ProgressRow> Read(JsonElement element)
    {
        if (!ValueReader.TryReadObject(element, out var members, out var problem))
            return new Item<ProgressRow>(ValueReader.MaHoSoOf(element), null, problem);

        var maHoSo = members.TextOf("MaHoSo");
        return Problem(members) is { } found
            ? new Item<ProgressRow>(maHoSo, null, found)
            : new Item<ProgressRow>(maHoSo, new ProgressRow(maHoSo, DossierDigests.RowHash(members), PacketJson.Write(members)), "");
    }

    private static string? Problem(Members row) =>
        PacketShape.Problem(row, MemberNames) ?? DossierNumber.Problem(row.TextOf("MaHoSo"));
}
