using System.Text;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>The 27 members of QCVN 120 Table 2 and what the profile asks of each.</summary>
internal static class DossierMembers
{
    private static readonly string[] Lists =
    [
        "TaiLieuNop", "DanhSachLePhi", "DanhSachTepDinhKemKhac", "DanhSachHoSoBoSung", "DanhSachGiayToKetQua",
    ];

    private static readonly string[] NeverEmpty =
    [
        "MaHoSo", "MaTTHC", "TenTTHC", "MaLinhVuc", "TenLinhVuc", "LoaiDoiTuong", "TrichYeuHoSo", "TrangThaiHoSo",
        "HinhThuc", "DonViXuLy",
    ];

    private static readonly string[] MayBeEmpty =
    [
        "ChuHoSo", "MaDoiTuong", "ThongTinKhac", "Email", "Fax", "SoDienThoai", "NgayTiepNhan", "NgayHenTra", "NgayTra",
        "ThongTinTra", "NgayKetThucXuLy", "GhiChu",
    ];

    private static readonly string[] Dates = ["NgayTiepNhan", "NgayHenTra", "NgayTra", "NgayKetThucXuLy"];

    /// <summary>What is wrong with the dossier, naming the member, or null.</summary>
    public static string? Problem(Members dossier) =>
        FirstProblem(NeverEmpty, name => TextProblem(dossier, name) ?? (dossier.TextOf(name).Length == 0 ? $"{name} is empty" : null))
        ?? FirstProblem(MayBeEmpty, name => TextProblem(dossier, name))
        ?? FirstProblem(Lists, name => ListProblem(dossier, name))
        ?? (Ascii.IsValid(dossier.TextOf("MaHoSo")) ? null : "MaHoSo is not ASCII")
        ?? (IsStatus(dossier.TextOf("TrangThaiHoSo")) ? null : "TrangThaiHoSo is not one of 1 to 10")
        ?? FirstProblem(Dates, name => WireDate.IsDateOrEmpty(dossier.TextOf(name)) ? null : $"{name} is not a date yyyyMMddHHmmss")
        ?? ReceptionProblem(dossier);

    private static string? FirstProblem(string[] names, Func<string, string?> problem)
    {
        foreach (var name in names)
        {
            if (problem(name) is { } found)
                return found;
        }

        return null;
    }

    private static string? TextProblem(Members dossier, string name) => dossier[name] switch
    {
        null => $"{name} is missing",
        Packets.Text => null,
        _ => $"{name} is not a string",
    };

    private static string? ListProblem(Members dossier, string name) => dossier[name] switch
    {
        null => $"{name} is missing",
        Items => null,
        _ => $"{name} is not a list",
    };

    private static bool IsStatus(string text) => text is "1" or "2" or "3" or "4" or "5" or "6" or "7" or "8" or "9" or "10";

    private static string? ReceptionProblem(Members dossier) =>
        dossier.TextOf("NgayTiepNhan").Length == 0 && dossier.TextOf("TrangThaiHoSo") is not ("1" or "3")
            ? "NgayTiepNhan is empty"
            : null;
}
