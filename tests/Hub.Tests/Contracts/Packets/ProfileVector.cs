namespace IntegrationHub.Hub.Tests.Contracts.Packets;

/// <summary>The vector of the settlement profile, section "Digests", as text that was not written by the hub.</summary>
internal static class ProfileVector
{
    public const string Number = "000.00.01.H40-260115-0007";

    public const string Dossier = """
        {
          "MaHoSo": "000.00.01.H40-260115-0007", "MaTTHC": "1.001193", "TenTTHC": "Đăng ký khai sinh",
          "MaLinhVuc": "G15-HT", "TenLinhVuc": "Hộ tịch", "KenhThucHien": "2",
          "ChuHoSo": "NGUYỄN VĂN MẪU", "LoaiDoiTuong": "1", "MaDoiTuong": "", "ThongTinKhac": "",
          "Email": "", "Fax": "", "SoDienThoai": "0900000000",
          "TrichYeuHoSo": "Đăng ký khai sinh", "NgayTiepNhan": "20260115081500",
          "NgayHenTra": "20260116170000", "TrangThaiHoSo": "2", "NgayTra": "", "ThongTinTra": "",
          "HinhThuc": "0", "NgayKetThucXuLy": "", "DonViXuLy": "UBND phường X", "GhiChu": "",
          "TaiLieuNop": [{"TepDinhKemId":"1","TenTepDinhKem":"giay-chung-sinh.pdf","IsDeleted":"False",
                          "MaThanhPhanHoSo":"","DuongDanTaiTepTin":"https://…"}],
          "DanhSachLePhi": [], "DanhSachTepDinhKemKhac": [], "DanhSachHoSoBoSung": [], "DanhSachGiayToKetQua": []
        }
        """;

    public const string Row =
        "{\"MaHoSo\":\"000.00.01.H40-260115-0007\",\"NguoiXuLy\":\"Trần Thị Mẫu\",\"ChucDanh\":\"Chuyên viên\","
        + "\"ThoiDiemXuLy\":\"20260115093000\",\"PhongBanXuLy\":\"Bộ phận Một cửa\",\"NoiDungXuLy\":\"Tiếp nhận hồ sơ\","
        + "\"TrangThai\":\"2\",\"NgayBatDau\":\"20260115081500\",\"NgayKetThucTheoQuyDinh\":\"20260116170000\"}";

    public const string TomTat = "d34322a0cba1095b1464af47d3f62dafacc9236907d0f5e9b1ed9139905dd926";
    public const string LeafWithoutProgress = "c79ae1ddac6bd0615c313426485efd67df6b57fcda80a743b811095572c04537";
    public const string RowHash = "04b3d416ba093439a5f9cd28ddd09f86f106c31619f178582f17702aebf85218";
    public const string LeafWithRow = "314f25078bae0eeabce04a7dfff981e53d7fd15c79a4d7b548a1d43921d5d43c";
}
