namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>
/// The words that names and texts are made of. All can be written in TCVN3, which knows no accented capitals
/// but Ă Â Đ Ê Ô Ơ Ư.
/// </summary>
internal static class Words
{
    public static readonly string[] Surnames =
    [
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng",
        "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Cao", "Đinh", "Đậu", "Thái", "Chu", "Trương", "Hà", "Mai", "Tạ",
        "Lương", "Kha", "Vi", "Lô", "Quế", "Tăng", "Phùng", "Lữ", "Hắc", "Vừ", "Xồng", "Cự", "Moong",
    ];

    public static readonly string[] MenMiddles =
    [
        "Văn", "Hữu", "Đức", "Xuân", "Quang", "Đình", "Công", "Viết", "Trọng", "Bá", "Sỹ", "Khắc",
    ];
    public static readonly string[] MenGiven =
    [
        "An", "Bình", "Cường", "Dũng", "Đạt", "Đông", "Giang", "Hải", "Hiếu", "Hùng", "Khánh", "Long", "Lực", "Minh", "Mẫu",
        "Nam", "Nghĩa", "Phúc", "Phương", "Quý", "Sơn", "Tài", "Thắng", "Thành", "Thịnh", "Tiến", "Toàn", "Trường", "Tuấn", "Vỹ",
    ];

    public static readonly string[] WomenMiddles = ["Thị", "Thị", "Thị", "Ngọc", "Thanh", "Thu", "Kim", "Hồng", "Bích", "Mỹ", "Diệu"];
    public static readonly string[] WomenGiven =
    [
        "Bích", "Châu", "Dung", "Diễm", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ", "Hương", "Huyền", "Lan", "Liên",
        "Mai", "My", "Nga", "Ngọc", "Nhung", "Oanh", "Phượng", "Quỳnh", "Tâm", "Thảo", "Thủy", "Trang", "Tuyết", "Vân", "Yến",
    ];

    public static readonly string[] FirmTrades =
    [
        "Xây dựng", "Thương mại và Dịch vụ", "Đầu tư", "Xây lắp điện", "Vận tải", "Vật liệu xây dựng", "Cơ khí", "Nông nghiệp xanh",
    ];

    public static readonly string[] FirmNames =
    [
        "An Phú", "Hoàng Gia", "Sông Lam", "Thành Vinh", "Đại Phát", "Bình Minh", "Hồng Lĩnh", "Trường Sơn", "Lam Giang",
        "Việt Đức", "Tân Kỳ", "Phủ Quỳ", "Cửa Lò", "Đô Lương", "Hưng Thịnh", "Quỳnh Lưu",
    ];

    public static readonly string[] Works =
    [
        "nhà ở riêng lẻ", "nhà ở kết hợp kinh doanh", "nhà xưởng sản xuất", "nhà kho", "nhà nghỉ dưỡng", "trụ sở làm việc", "nhà thờ họ",
    ];

    public static readonly string[] BuildingUnits =
    [
        "Sở Xây dựng tỉnh Nghệ An", "Phòng Quản lý xây dựng", "Phòng Quy hoạch kiến trúc", "Ban Quản lý Khu kinh tế Đông Nam",
    ];

    public static readonly string[] LicenceUnits =
    [
        "Phòng Cảnh sát giao thông Công an tỉnh Nghệ An", "Đội Đăng ký, quản lý phương tiện và người lái số 1",
        "Điểm tiếp nhận cấp đổi giấy phép lái xe Thái Hòa", "Điểm tiếp nhận cấp đổi giấy phép lái xe Đô Lương",
    ];

    public static readonly string[] LandUnits =
    [
        "Văn phòng Đăng ký đất đai tỉnh Nghệ An", "Chi nhánh Văn phòng Đăng ký đất đai khu vực Vinh",
        "Chi nhánh Văn phòng Đăng ký đất đai khu vực Diễn Châu", "Chi nhánh Văn phòng Đăng ký đất đai khu vực Nghĩa Đàn",
    ];

    public static readonly string[] Offices =
    [
        "Bộ phận Một cửa", "Phòng Đăng ký và Cấp giấy chứng nhận", "Phòng Thông tin, Lưu trữ", "Phòng Nghiệp vụ", "Ban Giám đốc",
    ];

    public static readonly string[] Posts = ["Chuyên viên", "Chuyên viên chính", "Phó Trưởng phòng", "Trưởng phòng", "Phó Giám đốc"];

    public static readonly string[] LandTasks =
    [
        "Thẩm tra hồ sơ", "Trích đo địa chính thửa đất", "Chuyển thông tin địa chính sang cơ quan thuế", "Kiểm tra thực địa",
        "Dự thảo giấy chứng nhận", "Trình lãnh đạo ký", "Lưu trữ hồ sơ",
    ];

    public static readonly string[] Missing =
    [
        "Bổ sung bản sao giấy tờ tùy thân", "Bổ sung sơ đồ thửa đất", "Bổ sung văn bản ủy quyền", "Bổ sung chứng từ nộp thuế",
    ];
}
