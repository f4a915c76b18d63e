using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class ItemRuleTests(ExtendedSimulator simulator) : IClassFixture<ExtendedSimulator>
{
    [Fact]
    public async Task Each_item_is_answered_in_its_place_and_partial_success_is_normal()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("I-1", "5"), Samples.Dossier("I-2", "5"), Samples.Dossier("I-3", "5"));

        var answer = await hub.WriteAsync(
            "False",
            Samples.Dossier("I-1", "4"),
            Samples.Dossier("I-2", "5", "khác"),
            Samples.Dossier("I-3", "6"),
            Samples.Dossier("I-4", "1").With("TenTTHC", ""),
            Samples.Dossier("I-5", "1"),
            JsonValue.Create("không phải hồ sơ"));

        answer.Code().ShouldBe("0");
        answer.ItemCodes().ShouldBe("5 6 3 1 0 1");
        answer.GetProperty("result").EnumerateArray().Select(item => item.Text("MaHoSo")).ShouldBe(["I-1", "I-2", "I-3", "I-4", "I-5", ""]);
        answer.Item(3).Message().ShouldContain("TenTTHC");
    }

    [Fact]
    public async Task Malformed_comes_before_version_and_existence()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("I-10", "5"));

        (await hub.WriteAsync("False", Samples.Dossier("I-10", "1").Without("Fax"))).ItemCodes().ShouldBe("1");
        (await hub.WriteAsync("True", Samples.Dossier("I-11", "1").Without("Fax"))).ItemCodes().ShouldBe("1");
    }

    public static TheoryData<string> AllMembers { get; } =
    [
        "MaHoSo", "MaTTHC", "TenTTHC", "MaLinhVuc", "TenLinhVuc", "ChuHoSo", "LoaiDoiTuong", "MaDoiTuong", "ThongTinKhac",
        "Email", "Fax", "SoDienThoai", "TrichYeuHoSo", "NgayTiepNhan", "NgayHenTra", "TrangThaiHoSo", "NgayTra", "ThongTinTra",
        "HinhThuc", "NgayKetThucXuLy", "DonViXuLy", "GhiChu", "TaiLieuNop", "DanhSachLePhi", "DanhSachTepDinhKemKhac",
        "DanhSachHoSoBoSung", "DanhSachGiayToKetQua",
    ];

    [Theory]
    [MemberData(nameof(AllMembers))]
    public async Task Each_of_the_27_members_must_be_there_and_have_its_type(string member)
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        foreach (var dossier in new[]
        {
            Samples.Dossier("I-20", "1").Without(member),
            Samples.Dossier("I-20", "1").With(member, 1),
            Samples.Dossier("I-20", "1").With(member, null),
            Samples.Dossier("I-20", "1").With(member, new JsonObject { ["a"] = "b" }),
        })
        {
            var answer = await hub.WriteAsync("Upsert", dossier);
            answer.ItemCodes().ShouldBe("1");
            answer.Item(0).Message().ShouldContain(member);
        }
    }

    [Theory]
    [InlineData("MaHoSo", "")]
    [InlineData("MaHoSo", "Đ-1")]
    [InlineData("MaTTHC", "")]
    [InlineData("TenTTHC", "")]
    [InlineData("MaLinhVuc", "")]
    [InlineData("TenLinhVuc", "")]
    [InlineData("LoaiDoiTuong", "")]
    [InlineData("TrichYeuHoSo", "")]
    [InlineData("NgayTiepNhan", "")]
    [InlineData("NgayTiepNhan", "20260230000000")]
    [InlineData("NgayHenTra", "20260115")]
    [InlineData("TrangThaiHoSo", "")]
    [InlineData("TrangThaiHoSo", "0")]
    [InlineData("TrangThaiHoSo", "11")]
    [InlineData("TrangThaiHoSo", "02")]
    [InlineData("HinhThuc", "")]
    [InlineData("DonViXuLy", "")]
    public async Task A_member_with_a_value_that_cannot_be_is_named(string member, string value)
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        var answer = await hub.WriteAsync("Upsert", Samples.Dossier("I-21", "1").With(member, value));

        answer.ItemCodes().ShouldBe("1");
        answer.Item(0).Message().ShouldContain(member);
    }

    [Theory]
    [InlineData("1", "0")]
    [InlineData("3", "0")]
    [InlineData("2", "1")]
    [InlineData("10", "1")]
    public async Task Only_at_status_1_and_3_may_the_date_of_reception_be_empty(string status, string code)
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        var dossier = Samples.Dossier($"I-22-{status}", "1").With("TrangThaiHoSo", status).With("NgayTiepNhan", "");

        (await hub.WriteAsync("Upsert", dossier)).ItemCodes().ShouldBe(code);
    }

    [Fact]
    public async Task Neither_status_steps_nor_the_order_of_dates_are_the_targets_business()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("I-23", "1").With("TrangThaiHoSo", "10"));

        var back = Samples.Dossier("I-23", "2").With("TrangThaiHoSo", "1").With("NgayTra", "19990101000000");

        (await hub.WriteAsync("Upsert", back)).ItemCodes().ShouldBe("0");
    }

    [Fact]
    public async Task Every_scalar_is_a_string_at_any_depth()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        var deep = JsonNode.Parse("""[{"TenPhiLePhi":"Lệ phí","Gia":75000}]""");

        var answer = await hub.WriteAsync("Upsert", Samples.Dossier("I-24", "1").With("DanhSachLePhi", deep));

        answer.Item(0).Message().ShouldBe("DanhSachLePhi[0].Gia is not a string");
        (await hub.WriteAsync("Upsert", Samples.Dossier("I-24", "1").With("Lạ", true))).ItemCodes().ShouldBe("1");
    }

    [Fact]
    public async Task A_member_that_is_there_twice_and_half_a_surrogate_pair_are_malformed()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        var dossier = Samples.Dossier("I-25", "1").ToJsonString()[..^1];

        (await hub.CallTextAsync(Write(dossier + ""","Fax":""}"""))).Item(0).Message().ShouldBe("Fax is there twice");
        (await hub.CallTextAsync(Write(dossier + ""","x":"\ud800"}"""))).ItemCodes().ShouldBe("1");
        (await hub.CallTextAsync(Write(dossier + ""","\ud800":"x"}"""))).ItemCodes().ShouldBe("1");
        (await hub.CallTextAsync(Write(dossier + "}"))).ItemCodes().ShouldBe("0");
    }

    [Fact]
    public async Task A_nguon_has_at_most_50_characters()
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        var answer = await hub.WriteAsync(
            "Upsert",
            Samples.Dossier("I-26", "1").With("nguon", new string('đ', 50)),
            Samples.Dossier("I-27", "1").With("nguon", new string('đ', 51)));

        answer.ItemCodes().ShouldBe("0 1");
    }

    [Fact]
    public async Task A_dossier_replaces_the_stored_one_whole()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("I-28", "1").With("SoGiayToChuHoSo", "999000000001"));
        await hub.WriteAsync("Upsert", Samples.Dossier("I-28", "2").With("TaiLieuNop", new JsonArray()));

        var stored = (await hub.ReadDossierAsync("I-28")).Single();

        stored.TryGetProperty("SoGiayToChuHoSo", out _).ShouldBeFalse();
        stored.GetProperty("TaiLieuNop").GetArrayLength().ShouldBe(0);
    }

    private static string Write(string dossier) =>
        $$"""{"session":"SESSION","madonvi":"H40.01","service":"DongBoHoSoMC","isUpdating":"Upsert","data":[{{dossier}}]}""";
}
