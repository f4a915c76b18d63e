namespace IntegrationHub.Contracts.Packets;

/// <summary>The members of settlement packets, as the official texts spell them; each canonical member names its own in its doc.</summary>
public static class PacketNames
{
    // The 27 fields of DongBoHoSoMC, in the official order (QCVN 120:2019 table 2).
    /// <summary>The dossier's number, its key.</summary>
    public const string MaHoSo = "MaHoSo";
    /// <summary>Procedure code.</summary>
    public const string MaTTHC = "MaTTHC";
    /// <summary>Procedure name.</summary>
    public const string TenTTHC = "TenTTHC";
    /// <summary>Sector code.</summary>
    public const string MaLinhVuc = "MaLinhVuc";
    /// <summary>Sector name.</summary>
    public const string TenLinhVuc = "TenLinhVuc";
    /// <summary>Owner of the dossier.</summary>
    public const string ChuHoSo = "ChuHoSo";
    /// <summary>Kind of owner, 1-4.</summary>
    public const string LoaiDoiTuong = "LoaiDoiTuong";
    /// <summary>Owner's account on the national portal.</summary>
    public const string MaDoiTuong = "MaDoiTuong";
    /// <summary>Other information.</summary>
    public const string ThongTinKhac = "ThongTinKhac";
    /// <summary>E-mail.</summary>
    public const string Email = "Email";
    /// <summary>Fax.</summary>
    public const string Fax = "Fax";
    /// <summary>Telephone.</summary>
    public const string SoDienThoai = "SoDienThoai";
    /// <summary>Abstract.</summary>
    public const string TrichYeuHoSo = "TrichYeuHoSo";
    /// <summary>Received.</summary>
    public const string NgayTiepNhan = "NgayTiepNhan";
    /// <summary>Promised.</summary>
    public const string NgayHenTra = "NgayHenTra";
    /// <summary>Status, 1-10.</summary>
    public const string TrangThaiHoSo = "TrangThaiHoSo";
    /// <summary>Handed over.</summary>
    public const string NgayTra = "NgayTra";
    /// <summary>How and to whom it was handed over.</summary>
    public const string ThongTinTra = "ThongTinTra";
    /// <summary>Hand-over in person 0 or by post 1.</summary>
    public const string HinhThuc = "HinhThuc";
    /// <summary>Processing finished.</summary>
    public const string NgayKetThucXuLy = "NgayKetThucXuLy";
    /// <summary>Unit that settles it.</summary>
    public const string DonViXuLy = "DonViXuLy";
    /// <summary>Note.</summary>
    public const string GhiChu = "GhiChu";
    /// <summary>Submitted papers.</summary>
    public const string TaiLieuNop = "TaiLieuNop";
    /// <summary>Fees.</summary>
    public const string DanhSachLePhi = "DanhSachLePhi";
    /// <summary>Other attachments.</summary>
    public const string DanhSachTepDinhKemKhac = "DanhSachTepDinhKemKhac";
    /// <summary>Supplement rounds.</summary>
    public const string DanhSachHoSoBoSung = "DanhSachHoSoBoSung";
    /// <summary>Results.</summary>
    public const string DanhSachGiayToKetQua = "DanhSachGiayToKetQua";

    // Later fields, seen in use; no official text was found.
    /// <summary>How it was filed, 1-3.</summary>
    public const string KenhThucHien = "KenhThucHien";
    /// <summary>Filed.</summary>
    public const string NgayNopHoSo = "NgayNopHoSo";
    /// <summary>Refused.</summary>
    public const string NgayTuChoi = "NgayTuChoi";
    /// <summary>Owner's identity paper or tax code.</summary>
    public const string SoGiayToChuHoSo = "SoGiayToChuHoSo";
    /// <summary>Owner's identity numbers.</summary>
    public const string DinhDanhCHS = "DinhDanhCHS";
    /// <summary>Kind of identity number.</summary>
    public const string LoaiDinhDanh = "LoaiDinhDanh";
    /// <summary>Identity number.</summary>
    public const string SoDinhDanh = "SoDinhDanh";
    /// <summary>Result type of the national register.</summary>
    public const string MaGiayToKetQua = "MaGiayToKetQua";
    /// <summary>Where it was filed.</summary>
    public const string NoiNopHoSo = "NoiNopHoSo";
    /// <summary>Has a digitised component, 1 or 0.</summary>
    public const string HoSoCoThanhPhanSoHoa = "HoSoCoThanhPhanSoHoa";
    /// <summary>The account is verified with VNeID, 1 or 0.</summary>
    public const string TaiKhoanDuocXacThucVoiVNeID = "TaiKhoanDuocXacThucVoiVNeID";
    /// <summary>How fees were paid.</summary>
    public const string DuocThanhToanTrucTuyen = "DuocThanhToanTrucTuyen";
    /// <summary>Databases used.</summary>
    public const string DSKetNoiCSDL = "DSKetNoiCSDL";
    /// <summary>Code of a database.</summary>
    public const string MaCSDL = "MaCSDL";
    /// <summary>The paper is digitised, 1 or 0.</summary>
    public const string DuocSoHoa = "DuocSoHoa";
    /// <summary>The paper was used again, 0-2.</summary>
    public const string DuocTaiSuDung = "DuocTaiSuDung";
    /// <summary>The paper came from the national store, 1 or 0.</summary>
    public const string DuocLayTuKhoDMQG = "DuocLayTuKhoDMQG";
    /// <summary>Type of the result that stands in for the paper.</summary>
    public const string MaKetQuaThayThe = "MaKetQuaThayThe";
    /// <summary>Number and symbol of a result.</summary>
    public const string SoKyHieu = "SoKyHieu";
    /// <summary>What a result is about.</summary>
    public const string TrichYeuNoiDung = "TrichYeuNoiDung";
    /// <summary>Who issued a result.</summary>
    public const string CoQuanBanHanh = "CoQuanBanHanh";
    /// <summary>Day of issue of a result.</summary>
    public const string NgayBanHanh = "NgayBanHanh";
    /// <summary>Who signed a result.</summary>
    public const string NguoiKy = "NguoiKy";
    /// <summary>Whose document a result is.</summary>
    public const string SoDinhDanhChuSoHuu = "SoDinhDanhChuSoHuu";
    /// <summary>How long a result is valid.</summary>
    public const string ThoiHanHieuLuc = "ThoiHanHieuLuc";
    /// <summary>Where a result is valid.</summary>
    public const string PhamViHieuLuc = "PhamViHieuLuc";

    // Members of TaiLieuNop.
    /// <summary>Attachment id.</summary>
    public const string TepDinhKemId = "TepDinhKemId";
    /// <summary>File name.</summary>
    public const string TenTepDinhKem = "TenTepDinhKem";
    /// <summary>Taken back, True or False.</summary>
    public const string IsDeleted = "IsDeleted";
    /// <summary>Component code, of papers and results.</summary>
    public const string MaThanhPhanHoSo = "MaThanhPhanHoSo";
    /// <summary>Where the file can be fetched.</summary>
    public const string DuongDanTaiTepTin = "DuongDanTaiTepTin";

    // Members of DanhSachLePhi and DanhSachLePhiBoSung.
    /// <summary>Fee name.</summary>
    public const string TenPhiLePhi = "TenPhiLePhi";
    /// <summary>Fee code.</summary>
    public const string MaPhiLePhi = "MaPhiLePhi";
    /// <summary>How it is collected.</summary>
    public const string HinhThucThu = "HinhThucThu";
    /// <summary>Amount in đồng.</summary>
    public const string Gia = "Gia";
    /// <summary>Kind of fee.</summary>
    public const string LoaiPhiLePhi = "LoaiPhiLePhi";

    // Members of DanhSachTepDinhKemKhac and DanhSachGiayToBoSung.
    /// <summary>Name of a paper, of results too.</summary>
    public const string TenGiayTo = "TenGiayTo";
    /// <summary>Number of copies.</summary>
    public const string SoLuong = "SoLuong";
    /// <summary>Kind of paper.</summary>
    public const string LoaiGiayTo = "LoaiGiayTo";

    // Members of DanhSachHoSoBoSung.
    /// <summary>Round id.</summary>
    public const string HoSoBoSungId = "HoSoBoSungId";
    /// <summary>Officer who asked.</summary>
    public const string NguoiYeuCauBoSung = "NguoiYeuCauBoSung";
    /// <summary>What is asked for.</summary>
    public const string NoiDungBoSung = "NoiDungBoSung";
    /// <summary>Asked.</summary>
    public const string NgayBoSung = "NgayBoSung";
    /// <summary>Officer who took it.</summary>
    public const string NguoiTiepNhanBoSung = "NguoiTiepNhanBoSung";
    /// <summary>Note at receipt.</summary>
    public const string ThongTinTiepNhan = "ThongTinTiepNhan";
    /// <summary>Arrived.</summary>
    public const string NgayTiepNhanBoSung = "NgayTiepNhanBoSung";
    /// <summary>Complete, True or False.</summary>
    public const string TrangThaiBoSung = "TrangThaiBoSung";
    /// <summary>Papers supplemented.</summary>
    public const string DanhSachGiayToBoSung = "DanhSachGiayToBoSung";
    /// <summary>Fees supplemented.</summary>
    public const string DanhSachLePhiBoSung = "DanhSachLePhiBoSung";
    /// <summary>Promised before the round.</summary>
    public const string NgayHenTraTruoc = "NgayHenTraTruoc";
    /// <summary>Promised after the round.</summary>
    public const string NgayHenTraMoi = "NgayHenTraMoi";

    // Members of DanhSachGiayToKetQua.
    /// <summary>Id or number of the result.</summary>
    public const string GiayToId = "GiayToId";
    /// <summary>Where the result can be fetched.</summary>
    public const string DuongDanTepTinKetQua = "DuongDanTepTinKetQua";

    // The fields of CapNhatTienDoHoSoMC, besides MaHoSo.
    /// <summary>Officer.</summary>
    public const string NguoiXuLy = "NguoiXuLy";
    /// <summary>Title.</summary>
    public const string ChucDanh = "ChucDanh";
    /// <summary>When the step was taken.</summary>
    public const string ThoiDiemXuLy = "ThoiDiemXuLy";
    /// <summary>Office.</summary>
    public const string PhongBanXuLy = "PhongBanXuLy";
    /// <summary>What was done.</summary>
    public const string NoiDungXuLy = "NoiDungXuLy";
    /// <summary>Status after the step.</summary>
    public const string TrangThai = "TrangThai";
    /// <summary>Begun.</summary>
    public const string NgayBatDau = "NgayBatDau";
    /// <summary>Due.</summary>
    public const string NgayKetThucTheoQuyDinh = "NgayKetThucTheoQuyDinh";

    // Additions of the extended profile.
    /// <summary>Version of a dossier.</summary>
    public const string PhienBan = "PhienBan";
    /// <summary>Tag of the sender.</summary>
    public const string Nguon = "nguon";

    /// <summary>The 27 members of every dossier packet, in the official order.</summary>
    public static IReadOnlyList<string> Dossier { get; } =
    [
        MaHoSo, MaTTHC, TenTTHC, MaLinhVuc, TenLinhVuc, ChuHoSo, LoaiDoiTuong, MaDoiTuong, ThongTinKhac,
        Email, Fax, SoDienThoai, TrichYeuHoSo, NgayTiepNhan, NgayHenTra, TrangThaiHoSo, NgayTra, ThongTinTra,
        HinhThuc, NgayKetThucXuLy, DonViXuLy, GhiChu, TaiLieuNop, DanhSachLePhi, DanhSachTepDinhKemKhac,
        DanhSachHoSoBoSung, DanhSachGiayToKetQua,
    ];

    /// <summary>The 9 members of every progress row, in the official order.</summary>
    public static IReadOnlyList<string> Progress { get; } =
        [MaHoSo, NguoiXuLy, ChucDanh, ThoiDiemXuLy, PhongBanXuLy, NoiDungXuLy, TrangThai, NgayBatDau, NgayKetThucTheoQuyDinh];

    internal static bool IsProgressMember(string name) => Progress.Contains(name);
}
