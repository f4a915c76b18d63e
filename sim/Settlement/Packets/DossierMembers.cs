namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>The 27 members of QCVN 120 Table 2 and what the profile asks of each.</summary>
internal static class DossierMembers
{
    private static readonly string[] NeverEmpty =
    [
        "MaHoSo", "MaTTHC", "TenTTHC", "MaLinhVuc", "TenLinhVuc", "LoaiDoiTuong", "TrichYeuHoSo", "TrangThaiHoSo",
        "HinhThuc", "DonViXuLy",
    ];

    private static readonly string[] All =
    [
        .. NeverEmpty,
        "ChuHoSo", "MaDoiTuong", "ThongTinKhac", "Email", "Fax", "SoDienThoai", "NgayTiepNhan", "NgayHenTra", "NgayTra",
        "ThongTinTra", "NgayKetThucXuLy", "GhiChu",
        "TaiLieuNop", "DanhSachLePhi", "DanhSachTepDinhKemKhac", "DanhSachHoSoBoSung", "DanhSachGiayToKetQua",
    ];

    /// <summary>What is wrong with the dossier, naming the member, or null.</summary>
    public static string? Problem(Members dossier) =>
        EmptyProblem(dossier)
        ?? PacketShape.Problem(dossier, All)
        ?? DossierNumber.Problem(dossier.TextOf("MaHoSo"))
        ?? ReceptionProblem(dossier);

    private static string? EmptyProblem(Members dossier) =>
        Array.Find(NeverEmpty, name => dossier[name] is Text { IsEmpty: true }) is { } empty ? $"{empty} is empty" : null;

    private static string? ReceptionProblem(Members dossier) =>
        dossier.TextOf("NgayTiepNhan").Length == 0 && dossier.TextOf("TrangThaiHoSo") is not ("1" or "3")
            ? "NgayTiepNhan is empty"
            : null;
}
