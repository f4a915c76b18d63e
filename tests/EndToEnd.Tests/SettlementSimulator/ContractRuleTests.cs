using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

/// <summary>A packet that breaks the contract in a number, a code or a child is malformed, and not stored.</summary>
public sealed class ContractRuleTests(ExtendedSimulator simulator) : IClassFixture<ExtendedSimulator>
{
    private const string Paper =
        """{"TepDinhKemId":"1","TenTepDinhKem":"a.pdf","IsDeleted":"False","MaThanhPhanHoSo":"","DuongDanTaiTepTin":"https://x.example"}""";

    private const string PaperWithoutAddress =
        """{"TepDinhKemId":"1","TenTepDinhKem":"a.pdf","IsDeleted":"False","MaThanhPhanHoSo":""}""";

    private const string Round =
        """
        {"HoSoBoSungId":"1","NguoiYeuCauBoSung":"","NoiDungBoSung":"","NgayBoSung":"20260115081500","NguoiTiepNhanBoSung":"",
         "ThongTinTiepNhan":"","NgayTiepNhanBoSung":"","TrangThaiBoSung":"True","DanhSachGiayToBoSung":[{"TenGiayTo":"a","SoLuong":"1"}],
         "DanhSachLePhiBoSung":[],"NgayHenTraTruoc":"","NgayHenTraMoi":""}
        """;

    [Theory]
    [InlineData("LoaiDoiTuong", "\"9\"", "LoaiDoiTuong is none of 1, 2, 3, 4")]
    [InlineData("HinhThuc", "\"2\"", "HinhThuc is none of 0, 1")]
    [InlineData("KenhThucHien", "\"4\"", "KenhThucHien is none of 1, 2, 3")]
    [InlineData("TrangThaiHoSo", "\"11\"", "TrangThaiHoSo is none of")]
    [InlineData("NgayNopHoSo", "\"hôm qua\"", "NgayNopHoSo is not a date")]
    [InlineData("TaiLieuNop", "[\"x\"]", "TaiLieuNop/0: it is not an object")]
    [InlineData("TaiLieuNop", $"[{Paper},{PaperWithoutAddress}]", "TaiLieuNop/1: DuongDanTaiTepTin is missing")]
    [InlineData("DanhSachLePhi", """[{"TenPhiLePhi":"a"}]""", "DanhSachLePhi/0: MaPhiLePhi is missing")]
    [InlineData("DanhSachTepDinhKemKhac", """[{"TenGiayTo":"a","SoLuong":[],"LoaiGiayTo":""}]""", "SoLuong is not a string")]
    [InlineData("DanhSachHoSoBoSung", $"[{Round}]", "DanhSachHoSoBoSung/0: DanhSachGiayToBoSung/0: LoaiGiayTo is missing")]
    [InlineData("DanhSachGiayToKetQua", """[{"TenGiayTo":"a","MaThanhPhanHoSo":"","GiayToId":"1"}]""", "DuongDanTepTinKetQua is missing")]
    [InlineData("DinhDanhCHS", """[{"LoaiDinhDanh":"3","SoDinhDanh":"999"}]""", "DinhDanhCHS/0: LoaiDinhDanh is none of 1, 2")]
    public async Task A_dossier_that_breaks_the_contract_is_refused_and_the_next_item_is_not(string member, string value, string problem)
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        var number = $"K-{Guid.NewGuid():N}";

        var answer = await hub.WriteAsync(
            "Upsert", Samples.Dossier(number, "1").With(member, JsonNode.Parse(value)), Samples.Dossier($"{number}-2", "1"));

        answer.ItemCodes().ShouldBe("1 0");
        answer.Item(0).Message().ShouldContain(problem);
        (await hub.ReadDossierAsync(number)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("H40 1")]
    [InlineData("H40–1")]
    [InlineData("H40_123456789012345678901234567890123456789012345678901")]
    public async Task A_number_that_breaks_the_contract_is_refused_in_a_dossier_a_row_and_a_look_up(string number)
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        (await hub.WriteAsync("Upsert", Samples.Dossier(number, "1"))).ItemCodes().ShouldBe("1");
        (await hub.CallAsync("CapNhatTienDoHoSoMC", new JsonObject { ["data"] = new JsonArray(Samples.Row(number)) }))
            .ItemCodes().ShouldBe("1");
        (await hub.CallAsync("TraCuuHoSo", new JsonObject { ["mahoso"] = number })).Code().ShouldBe("1");
    }

    [Fact]
    public async Task A_row_whose_status_is_none_is_refused()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("K-1", "1"));
        var row = Samples.Row("K-1").With("TrangThai", "99");

        (await hub.CallAsync("CapNhatTienDoHoSoMC", new JsonObject { ["data"] = new JsonArray(row, Samples.Row("K-1")) }))
            .ItemCodes().ShouldBe("1 0");
    }

    [Fact]
    public async Task What_the_contract_does_not_name_may_be_anything()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        var dossier = Samples.Dossier("K-2", "1").With("MoiLa", JsonNode.Parse("""[["x"],{"y":""}]"""));

        (await hub.WriteAsync("Upsert", dossier)).ItemCodes().ShouldBe("0");
    }
}
