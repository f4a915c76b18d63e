namespace IntegrationHub.Sim.Sources.Faces;

internal sealed record LicencePaper(string Id, string Ten, string DuongDan);

internal sealed record LicenceResult(string Ma, string Ten, string DuongDan);

internal sealed record LicenceStep(
    string NguoiXuLy, string ChucDanh, string PhongBan, string NoiDung, string TrangThai, string ThoiDiem, string BatDau, string HanXuLy);

/// <summary>A record of the driving-licence feed, member for member.</summary>
internal sealed record LicenceRecord
{
    public required string MaHoSo { get; init; }
    public required string MaTTHC { get; init; }
    public required string KenhThucHien { get; init; }
    public required string MaDoiTuong { get; init; }
    public required string ChuHoSo { get; init; }
    public required string SoDinhDanh { get; init; }
    public required string NgaySinh { get; init; }
    public required string DienThoai { get; init; }
    public required string Email { get; init; }
    public required string NoiCuTru { get; init; }
    public required string MaXa { get; init; }
    public required string HangGPLX { get; init; }
    public required string SoGPLX { get; init; }
    public required string NgayGuiHoSo { get; init; }
    public required string NgayTiepNhan { get; init; }
    public required string NgayHenTra { get; init; }
    public required string NgayKetThucXuLy { get; init; }
    public required string NgayTra { get; init; }
    public required string TrangThaiHoSo { get; init; }
    public required string TenTrangThaiHoSo { get; init; }
    public required string NguoiNop { get; init; }
    public required string HinhThucNhanKQ { get; init; }
    public required string TenDonViXuLy { get; init; }
    public required string NgayCapNhat { get; init; }
    public required string LePhi { get; init; }
    public required IReadOnlyList<LicencePaper> TaiLieu { get; init; }
    public required IReadOnlyList<LicenceResult> KetQua { get; init; }
    public required IReadOnlyList<LicenceStep> TienDo { get; init; }
}
