namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>What the contract asks of an object, at any depth: its required members, the lists in it, codes and times.</summary>
internal static class PacketShape
{
    private static readonly string[] YesNo = ["0", "1"];
    private static readonly string[] Statuses = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

    private static readonly string[] Fee = ["TenPhiLePhi", "MaPhiLePhi", "HinhThucThu", "Gia", "LoaiPhiLePhi"];
    private static readonly string[] Attachment = ["TenGiayTo", "SoLuong", "LoaiGiayTo"];

    private static readonly string[] SupplementRound =
    [
        "HoSoBoSungId", "NguoiYeuCauBoSung", "NoiDungBoSung", "NgayBoSung", "NguoiTiepNhanBoSung", "ThongTinTiepNhan", "NgayTiepNhanBoSung",
        "TrangThaiBoSung", "DanhSachGiayToBoSung", "DanhSachLePhiBoSung", "NgayHenTraTruoc", "NgayHenTraMoi",
    ];

    /// <summary>The lists, and what each of their elements must have.</summary>
    private static readonly Dictionary<string, string[]> Lists = new()
    {
        ["TaiLieuNop"] = ["TepDinhKemId", "TenTepDinhKem", "IsDeleted", "MaThanhPhanHoSo", "DuongDanTaiTepTin"],
        ["DanhSachLePhi"] = Fee,
        ["DanhSachLePhiBoSung"] = Fee,
        ["DanhSachTepDinhKemKhac"] = Attachment,
        ["DanhSachGiayToBoSung"] = Attachment,
        ["DanhSachHoSoBoSung"] = SupplementRound,
        ["DanhSachGiayToKetQua"] = ["TenGiayTo", "MaThanhPhanHoSo", "GiayToId", "DuongDanTepTinKetQua"],
        ["DSKetNoiCSDL"] = ["MaCSDL"],
        ["DinhDanhCHS"] = ["LoaiDinhDanh", "SoDinhDanh"],
    };

    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["TrangThaiHoSo"] = Statuses,
        ["TrangThai"] = Statuses,
        ["LoaiDoiTuong"] = ["1", "2", "3", "4"],
        ["HinhThuc"] = YesNo,
        ["KenhThucHien"] = ["1", "2", "3"],
        ["HoSoCoThanhPhanSoHoa"] = YesNo,
        ["TaiKhoanDuocXacThucVoiVNeID"] = YesNo,
        ["IsDeleted"] = ["True", "False"],
        ["DuocSoHoa"] = YesNo,
        ["DuocTaiSuDung"] = ["0", "1", "2"],
        ["DuocLayTuKhoDMQG"] = YesNo,
        ["TrangThaiBoSung"] = ["", "True", "False"],
        ["LoaiDinhDanh"] = ["1", "2"],
    };

    private static readonly HashSet<string> Times =
    [
        "NgayTiepNhan", "NgayHenTra", "NgayTra", "NgayKetThucXuLy", "NgayNopHoSo", "NgayTuChoi", "NgayBoSung", "NgayTiepNhanBoSung",
        "NgayHenTraTruoc", "NgayHenTraMoi", "NgayBanHanh", "ThoiDiemXuLy", "NgayBatDau", "NgayKetThucTheoQuyDinh",
    ];

    /// <summary>What is wrong with the object, naming the member, or null. What the contract does not name may be anything.</summary>
    public static string? Problem(Members packet, IReadOnlyList<string> required)
    {
        foreach (var name in required)
        {
            if (packet[name] is null)
                return $"{name} is missing";
            if (!Lists.ContainsKey(name) && packet[name] is not Text)
                return $"{name} is not a string";
        }

        foreach (var member in packet.AsSent)
        {
            if (Problem(member) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Problem(Member member)
    {
        var (name, value) = member;
        if (Lists.TryGetValue(name, out var required))
            return ListProblem(name, value, required);
        if (Codes.TryGetValue(name, out var codes) && !(value is Text code && codes.Contains(code.Content)))
            return $"{name} is none of {string.Join(", ", codes)}";
        if (Times.Contains(name) && !(value is Text time && WireDate.IsDateOrEmpty(time.Content)))
            return $"{name} is not a date yyyyMMddHHmmss";
        return null;
    }

    private static string? ListProblem(string name, Value value, string[] required)
    {
        if (value is not Items list)
            return $"{name} is not a list";
        for (var i = 0; i < list.Elements.Length; i++)
        {
            var problem = list.Elements[i] is Members element ? Problem(element, required) : "it is not an object";
            if (problem is not null)
                return $"{name}/{i}: {problem}";
        }

        return null;
    }
}
