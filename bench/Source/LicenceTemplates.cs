using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Bench.Source;

/// <summary>The kinds of dossier that the feed is made of: their packets are of about 1.2 kB. Nobody's data: numbers begin with 999.</summary>
internal static class LicenceTemplates
{
    private const int Kinds = 24;

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Names =
        ["Nguyễn Thị Mẫu", "Trần Văn Mẫu", "Lê Đức Thử", "Phạm Thị Diễm Thử", "Đặng Hữu Nghĩa", "Vừ Bá Mẫu", "Hoàng Thị Quỳnh Như Mẫu"];

    private static readonly string[] Units =
    [
        "Phòng Cảnh sát giao thông", "Đội Đăng ký, quản lý phương tiện và người lái số 1", "Điểm tiếp nhận cấp đổi giấy phép lái xe Mẫu",
    ];

    private static readonly string[] Papers =
        ["Đơn đề nghị đổi giấy phép lái xe", "Giấy khám sức khỏe", "Ảnh chân dung", "Bản sao giấy phép lái xe"];

    private static readonly string[] Classes = ["A1", "A", "B", "C1", "D"];

    /// <summary>Received, in process, processed, handed over.</summary>
    private static readonly int[] Statuses = [2, 4, 9, 10];

    public static IReadOnlyList<LicenceTemplate> Of(DateOnly first) =>
        [.. Enumerable.Range(0, Kinds).Select(kind => new LicenceTemplate(Record(kind, first).ToJsonString(AsItIs)))];

    private static JsonObject Record(int kind, DateOnly first)
    {
        var (name, status, online) = (Names[kind % Names.Length], Statuses[kind % Statuses.Length], kind % 3 != 0);
        return new()
        {
            ["MaHoSo"] = $"H40.21-{first:yyMMdd}-{LicenceTemplate.Serial}",
            ["MaTTHC"] = kind % 2 == 0 ? "1.002820" : "1.002809.000.00.00.H40",
            ["KenhThucHien"] = online ? "2" : "1",
            ["MaDoiTuong"] = online ? $"TECH{LicenceTemplate.Serial}" : "",
            ["ChuHoSo"] = name,
            ["SoDinhDanh"] = $"9990{LicenceTemplate.Serial}",
            ["NgaySinh"] = "1987-05-21",
            ["DienThoai"] = "0900000321",
            ["Email"] = online ? $"dan{LicenceTemplate.Serial}@dan.example" : "",
            ["NoiCuTru"] = "Xóm 3, xã Mẫu, tỉnh Nghệ An",
            ["MaXa"] = "16690",
            ["HangGPLX"] = Classes[kind % Classes.Length],
            ["SoGPLX"] = status >= 9 ? $"9991{LicenceTemplate.Serial}" : "",
            ["NgayGuiHoSo"] = At(first, -12, 7),
            ["NgayTiepNhan"] = At(first, -12, 8),
            ["NgayHenTra"] = kind % 4 == 1 ? Day(first, 3) : At(first, 3, 17),
            ["NgayKetThucXuLy"] = status >= 9 ? At(first, -2, 16) : "",
            ["NgayTra"] = status == 10 ? At(first, -1, 9) : "",
            ["TrangThaiHoSo"] = $"{status}",
            ["TenTrangThaiHoSo"] = "Theo danh mục trạng thái",
            ["NguoiNop"] = name,
            ["HinhThucNhanKQ"] = kind % 5 == 0 ? "1" : "0",
            ["TenDonViXuLy"] = Units[kind % Units.Length],
            ["NgayCapNhat"] = LicenceTemplate.Touched,
            ["LePhi"] = "135000",
            ["TaiLieu"] = status < 9 ? new JsonArray(Paper(Papers[kind % Papers.Length])) : [],
            ["KetQua"] = status >= 9 ? new JsonArray(Result()) : [],
            ["TienDo"] = new JsonArray(),
        };
    }

    private static JsonObject Paper(string name) => new()
    {
        ["Id"] = $"{LicenceTemplate.Serial}-1",
        ["Ten"] = name,
        ["DuongDan"] = $"https://files.example/gplx/{LicenceTemplate.Serial}/1.pdf",
    };

    private static JsonObject Result() => new()
    {
        ["Ma"] = $"GPLX-{LicenceTemplate.Serial}",
        ["Ten"] = $"Giấy phép lái xe số 9991{LicenceTemplate.Serial}",
        ["DuongDan"] = $"https://files.example/gplx/{LicenceTemplate.Serial}/ket-qua.pdf",
    };

    private static string At(DateOnly first, int days, int hour) => $"{Day(first, days)}{hour:D2}0512";

    private static string Day(DateOnly first, int days) => first.AddDays(days).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
