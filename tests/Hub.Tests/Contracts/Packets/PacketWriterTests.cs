using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Tests.Contracts.Packets;

public sealed class PacketWriterTests
{
    [Fact]
    public void A_whole_dossier_is_rendered_with_everything_it_says() => PacketWriter.Dossier(Sample.Whole).ShouldBe(OneLine("""
        {"MaHoSo":"H40.21-260302-0041","MaTTHC":"1.002820","TenTTHC":"Cấp lại Giấy phép lái xe","MaLinhVuc":"G01-GPLX",
        "TenLinhVuc":"Sát hạch, cấp giấy phép lái xe",
        "ChuHoSo":"Nguyễn Văn Mẫu","LoaiDoiTuong":"1","MaDoiTuong":"TECH-0041","ThongTinKhac":"Hạng A1","Email":"mau@dan.example",
        "Fax":"","SoDienThoai":"0900000041",
        "TrichYeuHoSo":"Cấp lại Giấy phép lái xe hạng A1","NgayTiepNhan":"20260302081500","NgayHenTra":"20260309170000",
        "TrangThaiHoSo":"10","NgayTra":"20260309150000",
        "ThongTinTra":"Trả tại quầy","HinhThuc":"1","NgayKetThucXuLy":"20260308235900","DonViXuLy":"Sở Xây dựng","GhiChu":"Ghi chú",
        "TaiLieuNop":[{"TepDinhKemId":"1","TenTepDinhKem":"don.pdf","IsDeleted":"True",
        "MaThanhPhanHoSo":"TP01","DuongDanTaiTepTin":"https://files.example/41/1"}],
        "DanhSachLePhi":[{"TenPhiLePhi":"Lệ phí cấp giấy phép lái xe","MaPhiLePhi":"LP1","HinhThucThu":"1","Gia":"135000","LoaiPhiLePhi":"1"}],
        "DanhSachTepDinhKemKhac":[{"TenGiayTo":"Ảnh thẻ","SoLuong":"2","LoaiGiayTo":"Bản chính"}],
        "DanhSachHoSoBoSung":[{"HoSoBoSungId":"BS1","NguoiYeuCauBoSung":"Trần Thị Mẫu","NoiDungBoSung":"Bổ sung ảnh","NgayBoSung":"20260303090000",
        "NguoiTiepNhanBoSung":"Trần Thị Mẫu","ThongTinTiepNhan":"Đủ","NgayTiepNhanBoSung":"20260304090000","TrangThaiBoSung":"True",
        "DanhSachGiayToBoSung":[{"TenGiayTo":"Ảnh","SoLuong":"","LoaiGiayTo":""}],"DanhSachLePhiBoSung":[],
        "NgayHenTraTruoc":"20260308170000","NgayHenTraMoi":"20260309170000"}],
        "DanhSachGiayToKetQua":[{"TenGiayTo":"Giấy phép lái xe","MaThanhPhanHoSo":"KQ01","GiayToId":"GPLX-41",
        "DuongDanTepTinKetQua":"https://files.example/41/kq","MaGiayToKetQua":"KQ.G01.000041"}],
        "KenhThucHien":"2","NgayNopHoSo":"20260301200000","SoGiayToChuHoSo":"999087000041",
        "DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"999087000041"},{"LoaiDinhDanh":"2","SoDinhDanh":"999000041"}]}
        """));

    [Fact]
    public void What_is_not_known_is_empty_and_nothing_is_invented() => PacketWriter.Dossier(Sample.Bare).ShouldBe(OneLine("""
        {"MaHoSo":"000.00.13.H40-260115-0007","MaTTHC":"1.013227","TenTTHC":"Gia hạn giấy phép xây dựng","MaLinhVuc":"G09-XD","TenLinhVuc":"Xây dựng",
        "ChuHoSo":"","LoaiDoiTuong":"2","MaDoiTuong":"","ThongTinKhac":"","Email":"","Fax":"","SoDienThoai":"",
        "TrichYeuHoSo":"Gia hạn giấy phép xây dựng nhà ở",
        "NgayTiepNhan":"","NgayHenTra":"","TrangThaiHoSo":"1","NgayTra":"","ThongTinTra":"","HinhThuc":"0","NgayKetThucXuLy":"",
        "DonViXuLy":"UBND xã Vĩnh Tường",
        "GhiChu":"","TaiLieuNop":[],"DanhSachLePhi":[],"DanhSachTepDinhKemKhac":[],"DanhSachHoSoBoSung":[],"DanhSachGiayToKetQua":[]}
        """));

    [Fact]
    public void The_27_members_come_first_and_in_the_official_order()
    {
        PacketNames.Dossier.Count.ShouldBe(27);
        JsonNode.Parse(PacketWriter.Dossier(Sample.Whole))!.AsObject().Select(member => member.Key).Take(27).ShouldBe(PacketNames.Dossier);
        JsonNode.Parse(PacketWriter.Dossier(Sample.Bare))!.AsObject().Select(member => member.Key).ShouldBe(PacketNames.Dossier);
    }

    [Fact]
    public void A_progress_row_has_its_nine_members_in_the_official_order()
    {
        PacketWriter.Progress(Sample.Progress).ShouldBe(ProfileVector.Row);
        JsonNode.Parse(ProfileVector.Row)!.AsObject().Select(member => member.Key).ShouldBe(PacketNames.Progress);
    }

    [Fact]
    public void The_profiles_own_row_rendered_from_a_record_has_the_printed_hash() =>
        PacketDigest.RowHash(PacketWriter.Progress(Sample.Progress)).ToString().ShouldBe(ProfileVector.RowHash);

    [Fact]
    public void A_change_holds_only_what_it_changes()
    {
        PacketWriter.Change(Sample.Change).ShouldBe("""{"TrangThaiHoSo":"4"}""");
        PacketWriter.Change(Sample.Change with
        {
            Status = DossierStatus.Processed,
            PromisedAt = new DateTimeOffset(2026, 3, 31, 17, 0, 0, TimeSpan.Zero),
            FinishedAt = new DateTimeOffset(2026, 3, 30, 9, 0, 0, TimeSpan.FromHours(7)),
            Note = "",
            Fees = [],
            Results = [new() { Name = "Giấy chứng nhận", File = new() { Address = "https://files.example/7" } }],
        }).ShouldBe(OneLine("""
            {"NgayHenTra":"20260401000000","TrangThaiHoSo":"9","NgayKetThucXuLy":"20260330090000","GhiChu":"","DanhSachLePhi":[],
            "DanhSachGiayToKetQua":[{"TenGiayTo":"Giấy chứng nhận","MaThanhPhanHoSo":"","GiayToId":"","DuongDanTepTinKetQua":"https://files.example/7"}]}
            """));
        PacketWriter.Change(Sample.Change with { Status = null }).ShouldBe("{}");
    }

    [Fact]
    public void Every_later_field_that_is_known_travels_under_its_own_name() => LaterMembers(Sample.Whole with
    {
        Later = Sample.Whole.Later with
        {
            RefusedAt = Sample.Now,
            FilingPlace = "2",
            HasDigitisedPapers = true,
            AccountVerified = false,
            OnlinePayment = "3",
            Databases = ["1", "7"],
        },
        Papers =
        [
            Sample.Whole.Papers[0] with
            {
                Digitised = true, Reuse = PaperReuse.ResultOfAnother, FromNationalStore = false, ReplacedBy = "KQ.G01.000041",
            },
        ],
        Results =
        [
            Sample.Whole.Results[0] with
            {
                Symbol = "41/CSGT", Abstract = "Hạng A1", IssuedBy = "Công an tỉnh", IssuedOn = new(2026, 3, 8), SignedBy = "Trần Thị Mẫu",
                OwnerNumber = "999087000041", ValidFor = "10 năm", ValidWhere = "Toàn quốc",
            },
        ],
    }).ShouldBe(OneLine("""
        "NgayTuChoi":"20260630190000","NoiNopHoSo":"2","HoSoCoThanhPhanSoHoa":"1","TaiKhoanDuocXacThucVoiVNeID":"0","DuocThanhToanTrucTuyen":"3",
        "DSKetNoiCSDL":[{"MaCSDL":"1"},{"MaCSDL":"7"}]
        "DuocSoHoa":"1","DuocTaiSuDung":"2","DuocLayTuKhoDMQG":"0","MaKetQuaThayThe":"KQ.G01.000041"
        "SoKyHieu":"41/CSGT","TrichYeuNoiDung":"Hạng A1","CoQuanBanHanh":"Công an tỉnh","NgayBanHanh":"20260308000000","NguoiKy":"Trần Thị Mẫu",
        "SoDinhDanhChuSoHuu":"999087000041","ThoiHanHieuLuc":"10 năm","PhamViHieuLuc":"Toàn quốc"
        """));

    [Fact]
    public void Every_scalar_travels_as_a_text()
    {
        var open = new Queue<JsonElement>([JsonElement.Parse(PacketWriter.Dossier(Sample.Whole))]);
        var texts = 0;
        while (open.TryDequeue(out var value))
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                        open.Enqueue(member.Value);
                    break;
                case JsonValueKind.Array:
                    foreach (var element in value.EnumerateArray())
                        open.Enqueue(element);
                    break;
                default:
                    value.ValueKind.ShouldBe(JsonValueKind.String);
                    texts++;
                    break;
            }

        texts.ShouldBe(60);
    }

    [Fact]
    public void The_envelope_and_what_the_packet_has_no_member_for_leave_no_trace() =>
        PacketWriter.Dossier(Sample.Whole with
        {
            Envelope = Sample.Origin with { CorrelationId = "another", EventTime = Sample.Now },
            Applicant = Sample.Whole.Applicant with { BirthDate = null },
        }).ShouldBe(PacketWriter.Dossier(Sample.Whole));

    /// <summary>What a packet has that the usual one has not, of the dossier, its first paper and its first result.</summary>
    private static string LaterMembers(Dossier dossier)
    {
        var (packet, usual) = (JsonNode.Parse(PacketWriter.Dossier(dossier))!, JsonNode.Parse(PacketWriter.Dossier(Sample.Whole))!);
        return Added(packet, usual) + Added(packet["TaiLieuNop"]![0]!, usual["TaiLieuNop"]![0]!)
            + Added(packet["DanhSachGiayToKetQua"]![0]!, usual["DanhSachGiayToKetQua"]![0]!);
    }

    private static string Added(JsonNode packet, JsonNode usual) => string.Join(',', packet.AsObject()
        .Where(member => usual[member.Key] is null)
        .Select(member => $"\"{member.Key}\":{member.Value!.ToJsonString(PacketWriter.JsonOptions)}"));

    private static string OneLine(string text) => string.Concat(text.Split('\n').Select(line => line.TrimStart()));
}
