using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class CallRuleTests(ExtendedSimulator simulator) : IClassFixture<ExtendedSimulator>
{
    [Fact]
    public async Task The_target_says_what_it_can_do_in_strings()
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        (await hub.CallAsync("KhaNang")).GetRawText().ShouldBe(
            """{"error_code":"0","message":"","result":["""
            + """{"profile":"extended","version":"1","heThong":"sim-settlement","moiTruong":"test","maxDossiers":"1000","maxProgress":"1000"}]}""");
    }

    [Fact]
    public async Task A_thousand_items_fit_into_a_call_and_one_more_is_refused_with_nothing_stored()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        JsonNode[] dossiers = [.. Enumerable.Range(0, 1001).Select(i => Samples.Dossier($"C-{i}", "1"))];
        JsonNode[] rows = [.. Enumerable.Range(0, 1001).Select(i => Samples.Row($"C-{i % 10}", $"bước {i}"))];

        (await hub.WriteAsync("Upsert", dossiers)).Code().ShouldBe("1");
        (await hub.ReadDossierAsync("C-0")).ShouldBeEmpty();
        (await hub.WriteAsync("Upsert", dossiers[..1000])).ItemCodes().Split(' ').ShouldAllBe(code => code == "0");
        (await hub.WriteRowsAsync(rows)).Code().ShouldBe("1");
        (await hub.WriteRowsAsync(rows[..1000])).ItemCodes().Split(' ').ShouldAllBe(code => code == "0");
        (await ReadRowsAsync(hub, "C-3")).Length.ShouldBe(100);
    }

    [Fact]
    public async Task A_call_with_a_key_twice_is_refused_whole()
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        (await hub.WriteAsync("Upsert", Samples.Dossier("D-1", "1"), Samples.Dossier("D-2", "1"), Samples.Dossier("D-1", "2"))).Code().ShouldBe("1");

        (await hub.ReadDossierAsync("D-2")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"isUpdating":"upsert","data":[{}]}""")]
    [InlineData("""{"isUpdating":true,"data":[{}]}""")]
    [InlineData("""{"data":[{}]}""")]
    [InlineData("""{"isUpdating":"True"}""")]
    [InlineData("""{"isUpdating":"True","data":{}}""")]
    [InlineData("""{"isUpdating":"True","data":[]}""")]
    public async Task A_call_that_is_malformed_itself_is_refused(string members)
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        (await hub.CallAsync("DongBoHoSoMC", JsonNode.Parse(members)!.AsObject())).Code().ShouldBe("1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"session":"SESSION","session":"SESSION","madonvi":"H40.01","service":"KhaNang"}""")]
    [InlineData("""{"session":"SESSION","service":"KhaNang"}""")]
    [InlineData("""{"session":"SESSION","madonvi":"","service":"KhaNang"}""")]
    [InlineData("""{"session":"SESSION","madonvi":"H40.01","service":"khanang"}""")]
    [InlineData("""{"session":"SESSION","madonvi":"H40.01"}""")]
    public async Task A_body_that_is_no_call_is_refused_with_the_envelope(string body)
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        var answer = await hub.CallTextAsync(body);

        answer.Code().ShouldBe("1");
        answer.GetProperty("result").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Progress_rows_are_stored_once_in_order_and_never_change_the_status()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("P-1", "1"));

        var first = await hub.WriteRowsAsync(
            Samples.Row("P-1", "hai"), Samples.Row("P-1", "một"), Samples.Row("P-9", "một"), Samples.Row("P-1", "hai"),
            Samples.Row("P-1").Without("TrangThai"));
        var again = await hub.WriteRowsAsync(Samples.Row("P-1", "một").With("TrangThai", "9"), Samples.Row("P-1", "một"));

        first.ItemCodes().ShouldBe("0 0 4 0 1");
        first.Item(4).Message().ShouldContain("TrangThai");
        again.ItemCodes().ShouldBe("0 0");
        (await ReadRowsAsync(hub, "P-1")).ShouldBe(["hai 2", "một 2", "một 9"]);
        (await hub.ReadDossierAsync("P-1")).Single().Text("TrangThaiHoSo").ShouldBe("2");
    }

    [Fact]
    public async Task Progress_survives_that_the_dossier_is_replaced()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("P-2", "1"));
        await hub.WriteRowsAsync(Samples.Row("P-2"));

        await hub.WriteAsync("Upsert", Samples.Dossier("P-2", "2"));

        (await ReadRowsAsync(hub, "P-2")).Length.ShouldBe(1);
    }

    private static async Task<string[]> ReadRowsAsync(SettlementClient client, string maHoSo) =>
        [.. (await client.ReadAsync("TraCuuTienDo", new JsonObject { ["mahoso"] = maHoSo }))
            .Select(row => $"{row.Text("NoiDungXuLy")} {row.Text("TrangThai")}")];
}
