using System.Text.Json;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Faces;

/// <summary>A callback as it goes out: the same event always gives the same bytes.</summary>
internal sealed record LandCallback(string Name, byte[] Body)
{
    private static readonly string[] NoDates = ["chưa xác định", "2026-02-30T08:00:00Z", "", "0001-13-01"];

    public static LandCallback Of(LandFacts facts, LandEvent what, string secret)
    {
        var (name, body) = what switch
        {
            LandHandOver e => ("DongBoTrangThaiLuanChuyenHoSo", HandOver(facts, e, secret)),
            LandSupplementAsked e => ("DongBoTrangThaiHoSoChoBoSung", Asked(facts, e, secret)),
            LandSupplementGiven e => ("DongBoTrangThaiHoSoDaBoSung", Given(facts, e, secret)),
            LandTaxNotice e => ("DongBoKetQuaThue", Tax(facts, e, secret)),
            LandEnd e => ("KetThuc", End(facts, e, secret)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "not an event of the land registry"),
        };
        return new(name, JsonSerializer.SerializeToUtf8Bytes(body, Wire.Json));
    }

    public static string ResultUrl(LandFacts facts) => $"https://files.example/dat-dai/{facts.Index}/ket-qua.pdf";

    private static object HandOver(LandFacts facts, LandHandOver e, string secret) => new
    {
        SecurityCode = secret,
        SoBienNhan = facts.MaHoSo,
        TenCanBoChuyen = e.From,
        TenCanBoNhan = e.To.Name,
        ChucDanh = e.To.Post,
        PhongBan = e.To.Office,
        NoiDungXuLy = e.Task,
        MaTrangThai = "DANG_XU_LY",
        NgayChuyen = e.Dateless ? NoDates[e.Number % NoDates.Length] : e.At.Utc(),
        HanXuLy = e.Due.Utc(),
    };

    private static object Asked(LandFacts facts, LandSupplementAsked e, string secret) => new
    {
        SecurityCode = secret,
        SoBienNhan = facts.MaHoSo,
        NgayChoBoSung = e.At.Utc(),
        LaTamDung = e.Pauses,
        NoiDungBoSung = e.What,
        NguoiYeuCau = e.By,
    };

    private static object Given(LandFacts facts, LandSupplementGiven e, string secret) => new
    {
        SecurityCode = secret,
        SoBienNhan = facts.MaHoSo,
        NgayNhanBoSung = e.At.Utc(),
        NgayHenTraMoi = e.Promised.Utc(),
    };

    private static object Tax(LandFacts facts, LandTaxNotice e, string secret) => new
    {
        SecurityCode = secret,
        SoBienNhan = facts.MaHoSo,
        NgayThongBao = e.At.Utc(),
        DanhSachThongBaoThue = new[]
        {
            new
            {
                HoTenChu = facts.Owner.Name,
                LoaiThue = "Lệ phí trước bạ",
                SoThongBaoThue = e.Notice,
                DuongDanThongBaoThue = $"https://files.example/thue/{e.Notice}.pdf",
            },
        },
    };

    private static object End(LandFacts facts, LandEnd e, string secret) => new
    {
        SecurityCode = secret,
        SoBienNhan = facts.MaHoSo,
        NgayKetThuc = e.At.Utc(),
        TrangThaiKetThuc = e.Outcome,
        DanhSachGiayToKetQua = e.Paper.Length == 0
            ? []
            : new[] { new { TenGiayTo = e.Paper, KieuFile = "pdf", LinkFile = ResultUrl(facts) } },
    };
}
