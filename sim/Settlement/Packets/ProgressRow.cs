using System.Text;
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

    private static readonly string[] Dates = ["ThoiDiemXuLy", "NgayBatDau", "NgayKetThucTheoQuyDinh"];

    public static Item<ProgressRow> Read(JsonElement element)
    {
        if (!ValueReader.TryReadObject(element, out var members, out var problem))
            return new Item<ProgressRow>(ValueReader.MaHoSoOf(element), null, problem);

        var maHoSo = members.TextOf("MaHoSo");
        return Problem(members) is { } found
            ? new Item<ProgressRow>(maHoSo, null, found)
            : new Item<ProgressRow>(maHoSo, new ProgressRow(maHoSo, DossierDigests.RowHash(members), PacketJson.Write(members)), "");
    }

    private static string? Problem(Members row)
    {
        foreach (var name in MemberNames)
        {
            if (row[name] is not Text)
                return row[name] is null ? $"{name} is missing" : $"{name} is not a string";
        }

        var maHoSo = row.TextOf("MaHoSo");
        if (maHoSo.Length == 0)
            return "MaHoSo is empty";
        if (!Ascii.IsValid(maHoSo))
            return "MaHoSo is not ASCII";

        var wrongDate = Array.Find(Dates, name => !WireDate.IsDateOrEmpty(row.TextOf(name)));
        return wrongDate is null ? null : $"{wrongDate} is not a date yyyyMMddHHmmss";
    }
}
