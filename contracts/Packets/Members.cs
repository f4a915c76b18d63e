namespace IntegrationHub.Contracts.Packets;

/// <summary>The members of <see cref="PacketNames"/> as they are written. One that is missing here cannot be written.</summary>
internal static class Members
{
    private static readonly List<PacketMember> All = [];

    public static readonly PacketMember MaHoSo = Of(PacketNames.MaHoSo);
    public static readonly PacketMember MaTTHC = Of(PacketNames.MaTTHC);
    public static readonly PacketMember TenTTHC = Of(PacketNames.TenTTHC);
    public static readonly PacketMember MaLinhVuc = Of(PacketNames.MaLinhVuc);
    public static readonly PacketMember TenLinhVuc = Of(PacketNames.TenLinhVuc);
    public static readonly PacketMember ChuHoSo = Of(PacketNames.ChuHoSo);
    public static readonly PacketMember LoaiDoiTuong = Of(PacketNames.LoaiDoiTuong);
    public static readonly PacketMember MaDoiTuong = Of(PacketNames.MaDoiTuong);
    public static readonly PacketMember ThongTinKhac = Of(PacketNames.ThongTinKhac);
    public static readonly PacketMember Email = Of(PacketNames.Email);
    public static readonly PacketMember Fax = Of(PacketNames.Fax);
    public static readonly PacketMember SoDienThoai = Of(PacketNames.SoDienThoai);
    public static readonly PacketMember TrichYeuHoSo = Of(PacketNames.TrichYeuHoSo);
    public static readonly PacketMember NgayTiepNhan = Of(PacketNames.NgayTiepNhan);
    public static readonly PacketMember NgayHenTra = Of(PacketNames.NgayHenTra);
    public static readonly PacketMember TrangThaiHoSo = Of(PacketNames.TrangThaiHoSo);
    public static readonly PacketMember NgayTra = Of(PacketNames.NgayTra);
    public static readonly PacketMember ThongTinTra = Of(PacketNames.ThongTinTra);
    public static readonly PacketMember HinhThuc = Of(PacketNames.HinhThuc);
    public static readonly PacketMember NgayKetThucXuLy = Of(PacketNames.NgayKetThucXuLy);
    public static readonly PacketMember DonViXuLy = Of(PacketNames.DonViXuLy);
    public static readonly PacketMember GhiChu = Of(PacketNames.GhiChu);
    public static readonly PacketMember TaiLieuNop = Of(PacketNames.TaiLieuNop);
    public static readonly PacketMember DanhSachLePhi = Of(PacketNames.DanhSachLePhi);
    public static readonly PacketMember DanhSachTepDinhKemKhac = Of(PacketNames.DanhSachTepDinhKemKhac);
    public static readonly PacketMember DanhSachHoSoBoSung = Of(PacketNames.DanhSachHoSoBoSung);
    public static readonly PacketMember DanhSachGiayToKetQua = Of(PacketNames.DanhSachGiayToKetQua);
    public static readonly PacketMember KenhThucHien = Of(PacketNames.KenhThucHien);
    public static readonly PacketMember NgayNopHoSo = Of(PacketNames.NgayNopHoSo);
    public static readonly PacketMember NgayTuChoi = Of(PacketNames.NgayTuChoi);
    public static readonly PacketMember SoGiayToChuHoSo = Of(PacketNames.SoGiayToChuHoSo);
    public static readonly PacketMember DinhDanhCHS = Of(PacketNames.DinhDanhCHS);
    public static readonly PacketMember LoaiDinhDanh = Of(PacketNames.LoaiDinhDanh);
    public static readonly PacketMember SoDinhDanh = Of(PacketNames.SoDinhDanh);
    public static readonly PacketMember MaGiayToKetQua = Of(PacketNames.MaGiayToKetQua);
    public static readonly PacketMember NoiNopHoSo = Of(PacketNames.NoiNopHoSo);
    public static readonly PacketMember HoSoCoThanhPhanSoHoa = Of(PacketNames.HoSoCoThanhPhanSoHoa);
    public static readonly PacketMember TaiKhoanDuocXacThucVoiVNeID = Of(PacketNames.TaiKhoanDuocXacThucVoiVNeID);
    public static readonly PacketMember DuocThanhToanTrucTuyen = Of(PacketNames.DuocThanhToanTrucTuyen);
    public static readonly PacketMember DSKetNoiCSDL = Of(PacketNames.DSKetNoiCSDL);
    public static readonly PacketMember MaCSDL = Of(PacketNames.MaCSDL);
    public static readonly PacketMember DuocSoHoa = Of(PacketNames.DuocSoHoa);
    public static readonly PacketMember DuocTaiSuDung = Of(PacketNames.DuocTaiSuDung);
    public static readonly PacketMember DuocLayTuKhoDMQG = Of(PacketNames.DuocLayTuKhoDMQG);
    public static readonly PacketMember MaKetQuaThayThe = Of(PacketNames.MaKetQuaThayThe);
    public static readonly PacketMember SoKyHieu = Of(PacketNames.SoKyHieu);
    public static readonly PacketMember TrichYeuNoiDung = Of(PacketNames.TrichYeuNoiDung);
    public static readonly PacketMember CoQuanBanHanh = Of(PacketNames.CoQuanBanHanh);
    public static readonly PacketMember NgayBanHanh = Of(PacketNames.NgayBanHanh);
    public static readonly PacketMember NguoiKy = Of(PacketNames.NguoiKy);
    public static readonly PacketMember SoDinhDanhChuSoHuu = Of(PacketNames.SoDinhDanhChuSoHuu);
    public static readonly PacketMember ThoiHanHieuLuc = Of(PacketNames.ThoiHanHieuLuc);
    public static readonly PacketMember PhamViHieuLuc = Of(PacketNames.PhamViHieuLuc);
    public static readonly PacketMember TepDinhKemId = Of(PacketNames.TepDinhKemId);
    public static readonly PacketMember TenTepDinhKem = Of(PacketNames.TenTepDinhKem);
    public static readonly PacketMember IsDeleted = Of(PacketNames.IsDeleted);
    public static readonly PacketMember MaThanhPhanHoSo = Of(PacketNames.MaThanhPhanHoSo);
    public static readonly PacketMember DuongDanTaiTepTin = Of(PacketNames.DuongDanTaiTepTin);
    public static readonly PacketMember TenPhiLePhi = Of(PacketNames.TenPhiLePhi);
    public static readonly PacketMember MaPhiLePhi = Of(PacketNames.MaPhiLePhi);
    public static readonly PacketMember HinhThucThu = Of(PacketNames.HinhThucThu);
    public static readonly PacketMember Gia = Of(PacketNames.Gia);
    public static readonly PacketMember LoaiPhiLePhi = Of(PacketNames.LoaiPhiLePhi);
    public static readonly PacketMember TenGiayTo = Of(PacketNames.TenGiayTo);
    public static readonly PacketMember SoLuong = Of(PacketNames.SoLuong);
    public static readonly PacketMember LoaiGiayTo = Of(PacketNames.LoaiGiayTo);
    public static readonly PacketMember HoSoBoSungId = Of(PacketNames.HoSoBoSungId);
    public static readonly PacketMember NguoiYeuCauBoSung = Of(PacketNames.NguoiYeuCauBoSung);
    public static readonly PacketMember NoiDungBoSung = Of(PacketNames.NoiDungBoSung);
    public static readonly PacketMember NgayBoSung = Of(PacketNames.NgayBoSung);
    public static readonly PacketMember NguoiTiepNhanBoSung = Of(PacketNames.NguoiTiepNhanBoSung);
    public static readonly PacketMember ThongTinTiepNhan = Of(PacketNames.ThongTinTiepNhan);
    public static readonly PacketMember NgayTiepNhanBoSung = Of(PacketNames.NgayTiepNhanBoSung);
    public static readonly PacketMember TrangThaiBoSung = Of(PacketNames.TrangThaiBoSung);
    public static readonly PacketMember DanhSachGiayToBoSung = Of(PacketNames.DanhSachGiayToBoSung);
    public static readonly PacketMember DanhSachLePhiBoSung = Of(PacketNames.DanhSachLePhiBoSung);
    public static readonly PacketMember NgayHenTraTruoc = Of(PacketNames.NgayHenTraTruoc);
    public static readonly PacketMember NgayHenTraMoi = Of(PacketNames.NgayHenTraMoi);
    public static readonly PacketMember GiayToId = Of(PacketNames.GiayToId);
    public static readonly PacketMember DuongDanTepTinKetQua = Of(PacketNames.DuongDanTepTinKetQua);
    public static readonly PacketMember NguoiXuLy = Of(PacketNames.NguoiXuLy);
    public static readonly PacketMember ChucDanh = Of(PacketNames.ChucDanh);
    public static readonly PacketMember ThoiDiemXuLy = Of(PacketNames.ThoiDiemXuLy);
    public static readonly PacketMember PhongBanXuLy = Of(PacketNames.PhongBanXuLy);
    public static readonly PacketMember NoiDungXuLy = Of(PacketNames.NoiDungXuLy);
    public static readonly PacketMember TrangThai = Of(PacketNames.TrangThai);
    public static readonly PacketMember NgayBatDau = Of(PacketNames.NgayBatDau);
    public static readonly PacketMember NgayKetThucTheoQuyDinh = Of(PacketNames.NgayKetThucTheoQuyDinh);

    /// <summary>How many there are.</summary>
    public static readonly int Count = PacketMember.RankAll(All);

    private static PacketMember Of(string name)
    {
        var member = new PacketMember(name);
        All.Add(member);
        return member;
    }
}
