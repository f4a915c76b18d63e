using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class DigestTests
{
    private static readonly string Zeros = new('0', 64);

    [Fact]
    public async Task The_vector_of_the_profile_is_met()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");

        await hub.WriteAsync("Upsert", Samples.Dossier().With("PhienBan", "7").With("nguon", "civil-status"));
        (await hub.GroupsAsync())[0xa].Text("tomTat").ShouldBe("c79ae1ddac6bd0615c313426485efd67df6b57fcda80a743b811095572c04537");
        (await hub.WriteRowsAsync(Samples.Row())).ItemCodes().ShouldBe("0");

        var row = (await hub.ListAsync()).ShouldHaveSingleItem();
        string.Join(' ', row.EnumerateObject().Select(member => $"{member.Name}={member.Value.GetString()}")).ShouldBe(
            "MaHoSo=000.00.01.H40-260115-0007 PhienBan=7"
            + " TomTat=d34322a0cba1095b1464af47d3f62dafacc9236907d0f5e9b1ed9139905dd926 TrangThaiHoSo=2"
            + " SoTienDo=1 TomTatTienDo=04b3d416ba093439a5f9cd28ddd09f86f106c31619f178582f17702aebf85218");
        foreach (var prefix in new[] { "", "a", "a3", "a3e", "a3e8", "a3e84", "a3e84e", "a3e84ee" })
        {
            var next = "a3e84ee3"[prefix.Length];
            var groups = await hub.GroupsAsync(prefix);
            groups.Select(group => group.Text("tienTo")).ShouldBe("0123456789abcdef".Select(digit => prefix + digit));
            groups.ShouldAllBe(group => group.Text("soLuong") == (group.Text("tienTo") == prefix + next ? "1" : "0"));
            groups.ShouldAllBe(group => group.Text("tomTat") == (group.Text("tienTo") == prefix + next
                ? "314f25078bae0eeabce04a7dfff981e53d7fd15c79a4d7b548a1d43921d5d43c"
                : Zeros));
        }
    }

    [Fact]
    public async Task The_canonical_form_is_that_of_RFC_8785_also_where_System_Text_Json_differs()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");
        const string Names = """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Dalet","1":"One",
            "\ud83d\ude00":"Smiley","\u0080":"Control","\u00f6":"o"}
            """;
        const string Text = """ "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\u007f\u00a0\u2028\ud83d\ude00\b\t\f\u0000" """;

        await hub.CallTextAsync(Body(Samples.Dossier("H40.15-260101-0001", "1").ToJsonString()[..^1] + $$""","zNames":{{Names}},"zText":{{Text}}}"""));

        const string Expected =
            "\"zNames\":{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            + "\"ö\":\"o\",\"€\":\"Euro Sign\",\"\U0001F600\":\"Smiley\",\"\uFB33\":\"Dalet\"}"
            + ",\"zText\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\u00a0\u2028\U0001F600\\b\\t\\f\\u0000\"}";
        const string Known = "{\"ChuHoSo\":\"NGUYỄN VĂN MẪU\",\"DonViXuLy\":\"UBND phường X\",\"HinhThuc\":\"0\",\"KenhThucHien\":\"2\","
            + "\"LoaiDoiTuong\":\"1\",\"MaHoSo\":\"H40.15-260101-0001\",\"MaLinhVuc\":\"G15-HT\",\"MaTTHC\":\"1.001193\","
            + "\"NgayHenTra\":\"20260116170000\",\"NgayTiepNhan\":\"20260115081500\",\"SoDienThoai\":\"0900000000\","
            + "\"TaiLieuNop\":[{\"DuongDanTaiTepTin\":\"https://…\",\"IsDeleted\":\"False\",\"TenTepDinhKem\":\"giay-chung-sinh.pdf\",\"TepDinhKemId\":\"1\"}],"
            + "\"TenLinhVuc\":\"Hộ tịch\",\"TenTTHC\":\"Đăng ký khai sinh\",\"TrangThaiHoSo\":\"2\",\"TrichYeuHoSo\":\"Đăng ký khai sinh\",";
        (await hub.ListAsync()).Single().Text("TomTat").ShouldBe(Sha256(Known + Expected));
        var stored = (await hub.ReadDossierAsync("H40.15-260101-0001")).Single();
        stored.Text("zText").ShouldBe(JsonDocument.Parse(Text).RootElement.GetString());
    }

    [Fact]
    public async Task Empty_parts_are_left_out_of_the_digest_but_returned_as_sent()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");
        var hollow = JsonNode.Parse("""[{"a":"","b":[[],{"c":""}]},"",{}]""");

        await hub.WriteAsync("Upsert", Samples.Dossier().With("PhienBan", "1").With("Rỗng", hollow).With("Lạ", ""));

        (await hub.ListAsync()).Single().Text("TomTat").ShouldBe("d34322a0cba1095b1464af47d3f62dafacc9236907d0f5e9b1ed9139905dd926");
        var stored = (await hub.ReadDossierAsync(Samples.VectorKey)).Single();
        stored.GetProperty("Rỗng").GetRawText().ShouldBe(hollow!.ToJsonString());
        stored.Text("Lạ").ShouldBe("");
    }

    [Fact]
    public async Task Text_list_order_and_unknown_members_come_back_as_they_were_sent()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");
        var sent = Samples.Dossier(Samples.VectorKey, "1", "Nguyê\u0303n \u007f\u2028  ")
            .With("zMới", new JsonArray("b", "a", new JsonObject { ["y"] = "2", ["x"] = "1" }))
            .With("nguon", "civil-status");

        await hub.WriteAsync("False", sent);

        JsonNode.DeepEquals(JsonNode.Parse((await hub.ReadDossierAsync(Samples.VectorKey)).Single().GetRawText()), sent).ShouldBeTrue();
        (await hub.ReadDossierAsync(Samples.VectorKey)).Single().EnumerateObject().Select(member => member.Name)
            .ShouldBe(sent.Select(member => member.Key));
    }

    private static string Body(string dossier) =>
        $$"""{"session":"SESSION","madonvi":"H40.01","service":"DongBoHoSoMC","isUpdating":"Upsert","data":[{{dossier}}]}""";

    private static string Sha256(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
}
