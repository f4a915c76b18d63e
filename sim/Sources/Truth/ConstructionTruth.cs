using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Truth;

internal static class ConstructionTruth
{
    public static Packet Of(ConstructionFacts facts, int wave)
    {
        var standing = Standing.At(facts.Steps, wave);
        return new()
        {
            MaHoSo = facts.MaHoSo,
            MaTTHC = ConstructionFacts.Procedure,
            TenTTHC = "Gia hạn giấy phép xây dựng",
            MaLinhVuc = "G09-XD",
            TenLinhVuc = "Xây dựng",
            ChuHoSo = facts.Owner.Name,
            LoaiDoiTuong = facts.Owner.IsFirm ? "2" : "1",
            Email = facts.Owner.Email,
            SoDienThoai = facts.Owner.Phone,
            TrichYeuHoSo = facts.Content,
            NgayTiepNhan = standing.Received.Packet(),
            NgayHenTra = standing.Promised.Packet(),
            TrangThaiHoSo = standing.Status.Text(),
            NgayTra = standing.HandedOver.Packet(),
            HinhThuc = "0",
            NgayKetThucXuLy = standing.Finished.Packet(),
            DonViXuLy = facts.Unit,
            SoGiayToChuHoSo = facts.Owner.Number,
            DinhDanhCHS = Rendering.Identities(facts.Owner.IsFirm ? "" : facts.Owner.Number),
            DanhSachLePhi = facts.Fee is { } fee ? [new("Lệ phí gia hạn giấy phép xây dựng", "", "", fee.Text(), "")] : [],
            GhiChu = standing.Status is Status.Finished or Status.HandedOver ? $"Giấy phép xây dựng số {facts.PermitNumber}" : "",
        };
    }
}
