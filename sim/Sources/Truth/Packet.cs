namespace IntegrationHub.Sim.Sources.Truth;

internal sealed record Identity(string LoaiDinhDanh, string SoDinhDanh);

internal sealed record Submitted(
    string TepDinhKemId,
    string TenTepDinhKem,
    string IsDeleted,
    string MaThanhPhanHoSo,
    string DuongDanTaiTepTin);

internal sealed record Fee(string TenPhiLePhi, string MaPhiLePhi, string HinhThucThu, string Gia, string LoaiPhiLePhi);

internal sealed record Result(string TenGiayTo, string MaThanhPhanHoSo, string GiayToId, string DuongDanTepTinKetQua);

/// <summary>One row of <c>CapNhatTienDoHoSoMC</c>.</summary>
internal sealed record Progress(
    string MaHoSo, string NguoiXuLy, string ChucDanh, string ThoiDiemXuLy, string PhongBanXuLy, string NoiDungXuLy,
    string TrangThai, string NgayBatDau, string NgayKetThucTheoQuyDinh);

/// <summary>
/// A settlement packet in the official spelling: 27 members and those later members that the source knows.
/// Written apart from the hub's own, so that the two can be compared.
/// </summary>
internal sealed record Packet
{
    public required string MaHoSo { get; init; }
    public required string MaTTHC { get; init; }
    public required string TenTTHC { get; init; }
    public required string MaLinhVuc { get; init; }
    public required string TenLinhVuc { get; init; }
    public string? KenhThucHien { get; init; }
    public required string ChuHoSo { get; init; }
    public required string LoaiDoiTuong { get; init; }
    public string MaDoiTuong { get; init; } = "";
    public string ThongTinKhac { get; init; } = "";
    public required string Email { get; init; }
    public string Fax { get; init; } = "";
    public required string SoDienThoai { get; init; }
    public required string TrichYeuHoSo { get; init; }
    public required string NgayTiepNhan { get; init; }
    public required string NgayHenTra { get; init; }
    public required string TrangThaiHoSo { get; init; }
    public string NgayTra { get; init; } = "";
    public string ThongTinTra { get; init; } = "";
    public required string HinhThuc { get; init; }
    public string NgayKetThucXuLy { get; init; } = "";
    public required string DonViXuLy { get; init; }
    public string GhiChu { get; init; } = "";
    public IReadOnlyList<Submitted> TaiLieuNop { get; init; } = [];
    public IReadOnlyList<Fee> DanhSachLePhi { get; init; } = [];
    public IReadOnlyList<object> DanhSachTepDinhKemKhac { get; init; } = [];
    public IReadOnlyList<object> DanhSachHoSoBoSung { get; init; } = [];
    public IReadOnlyList<Result> DanhSachGiayToKetQua { get; init; } = [];
    public string? NgayNopHoSo { get; init; }
    public string? SoGiayToChuHoSo { get; init; }
    public IReadOnlyList<Identity>? DinhDanhCHS { get; init; }
}
