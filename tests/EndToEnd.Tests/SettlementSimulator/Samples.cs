using System.Text.Json.Nodes;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

/// <summary>The dossier and the progress row of the profile's vector, and variants of them.</summary>
internal static class Samples
{
    public const string VectorKey = "000.00.01.H40-260115-0007";

    private const string VectorDossier = """
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

    private const string VectorRow = """
        {"MaHoSo":"000.00.01.H40-260115-0007","NguoiXuLy":"Trần Thị Mẫu","ChucDanh":"Chuyên viên",
         "ThoiDiemXuLy":"20260115093000","PhongBanXuLy":"Bộ phận Một cửa","NoiDungXuLy":"Tiếp nhận hồ sơ",
         "TrangThai":"2","NgayBatDau":"20260115081500","NgayKetThucTheoQuyDinh":"20260116170000"}
        """;

    public static JsonObject Dossier(string maHoSo = VectorKey) => With(Parse(VectorDossier), "MaHoSo", maHoSo);

    /// <summary>As an extended target wants it.</summary>
    public static JsonObject Dossier(string maHoSo, string phienBan, string ghiChu = "") =>
        With(With(Dossier(maHoSo), "PhienBan", phienBan), "GhiChu", ghiChu);

    public static JsonObject Row(string maHoSo = VectorKey, string noiDung = "Tiếp nhận hồ sơ") =>
        With(With(Parse(VectorRow), "MaHoSo", maHoSo), "NoiDungXuLy", noiDung);

    public static JsonObject Edit(string member, string value) => new() { [member] = value };

    public static JsonObject With(this JsonObject packet, string member, JsonNode? value)
    {
        packet[member] = value;
        return packet;
    }

    public static JsonObject Without(this JsonObject packet, string member)
    {
        packet.Remove(member);
        return packet;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
