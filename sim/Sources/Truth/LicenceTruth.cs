using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Truth;

internal static class LicenceTruth
{
    public static Packet Of(LicenceFacts facts, int wave)
    {
        var standing = Standing.At(facts.Steps, wave);
        return new()
        {
            MaHoSo = facts.MaHoSo,
            MaTTHC = facts.Procedure.Code,
            TenTTHC = facts.Procedure.Name,
            MaLinhVuc = "G01-GPLX",
            TenLinhVuc = "Sát hạch, cấp giấy phép lái xe",
            KenhThucHien = facts.Channel.Text(),
            ChuHoSo = facts.Owner.Name,
            LoaiDoiTuong = "1",
            MaDoiTuong = facts.Channel == 2 ? facts.Account : "",
            Email = facts.Owner.Email,
            SoDienThoai = facts.Owner.Phone,
            TrichYeuHoSo = $"{facts.Procedure.Name} hạng {facts.Class}",
            NgayTiepNhan = standing.Received.Packet(),
            NgayHenTra = Promised(facts, standing),
            TrangThaiHoSo = standing.Status.Text(),
            NgayTra = standing.HandedOver.Packet(),
            HinhThuc = facts.ByPost ? "1" : "0",
            NgayKetThucXuLy = standing.Finished.Packet(),
            DonViXuLy = facts.Unit,
            TaiLieuNop = Rendering.Papers(facts.Papers),
            DanhSachLePhi = facts.Fee.Length == 0 ? [] : [new("Lệ phí cấp giấy phép lái xe", "", "", facts.Fee, "")],
            DanhSachGiayToKetQua = standing.Status is Status.Finished or Status.HandedOver
                ? [new(facts.Result.Name, "", facts.Result.Id, facts.Result.Url)]
                : [],
            NgayNopHoSo = standing.Submitted.Packet(),
            SoGiayToChuHoSo = facts.Owner.Number,
            DinhDanhCHS = Rendering.Identities(facts.Owner.Number),
        };
    }

    public static IReadOnlyList<Progress> ProgressOf(LicenceFacts facts, int wave) =>
        [.. LicenceSteps.Of(facts, wave).Select(step => new Progress(
            facts.MaHoSo, step.Officer.Name, step.Officer.Post, step.At.Packet(), step.Officer.Office, step.Task,
            step.Status.Text(), step.Began.Packet(), step.Due.Packet()))];

    private static string Promised(LicenceFacts facts, Standing standing) =>
        (facts.PromiseIsDate ? standing.Promised : standing.Promised?.AddHours(17)).Packet();
}
