using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class BasicProfileTests(BasicSimulator simulator) : IClassFixture<BasicSimulator>
{
    [Theory]
    [InlineData("KhaNang")]
    [InlineData("TraCuuTienDo")]
    [InlineData("DanhSachTomTat")]
    [InlineData("TomTatNhom")]
    [InlineData("DanhSachTomTatNhom")]
    public async Task The_services_of_the_extended_profile_are_not_known(string service)
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        var members = new JsonObject { ["mahoso"] = "B-1", ["tienTo"] = "0", ["sau"] = "", ["soLuong"] = "1" };

        (await hub.CallAsync(service, members)).Code().ShouldBe("1");
    }

    [Fact]
    public async Task Insert_update_and_progress_answer_for_the_call_with_an_empty_result()
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        (await hub.WriteAsync("True", Samples.Dossier("B-1"))).Code().ShouldBe("4");
        (await hub.WriteRowsAsync(Samples.Row("B-1"))).Code().ShouldBe("4");
        (await hub.WriteAsync("False", Samples.Dossier("B-1"))).GetRawText().ShouldBe("""{"error_code":"0","message":"","result":[]}""");
        (await hub.WriteAsync("False", Samples.Dossier("B-1"))).Code().ShouldBe("3");
        (await hub.WriteAsync("True", Samples.Dossier("B-1").With("GhiChu", "mới"))).Code().ShouldBe("0");
        (await hub.WriteRowsAsync(Samples.Row("B-1"))).GetRawText().ShouldBe("""{"error_code":"0","message":"","result":[]}""");
        (await hub.ReadDossierAsync("B-1")).Single().Text("GhiChu").ShouldBe("mới");
    }

    [Fact]
    public async Task There_is_no_upsert_no_batch_and_no_eleventh_row()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("False", Samples.Dossier("B-2"));
        JsonNode[] rows = [.. Enumerable.Range(0, 11).Select(i => Samples.Row("B-2", $"bước {i}"))];

        (await hub.WriteAsync("Upsert", Samples.Dossier("B-2"))).Code().ShouldBe("1");
        (await hub.WriteAsync("False", Samples.Dossier("B-3"), Samples.Dossier("B-4"))).Code().ShouldBe("1");
        (await hub.WriteRowsAsync(rows)).Code().ShouldBe("1");
        (await hub.WriteRowsAsync(rows[..10])).Code().ShouldBe("0");
        (await hub.ReadDossierAsync("B-3")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_with_rows_of_two_dossiers_or_one_malformed_row_stores_nothing()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("False", Samples.Dossier("B-5"));
        await hub.WriteAsync("False", Samples.Dossier("B-6"));
        var before = (await hub.StatsAsync()).GetProperty("accepted").GetInt64();

        (await hub.WriteRowsAsync(Samples.Row("B-5"), Samples.Row("B-6"))).Code().ShouldBe("1");
        var malformed = await hub.WriteRowsAsync(Samples.Row("B-5"), Samples.Row("B-5").With("NgayBatDau", "hôm qua"));

        malformed.Code().ShouldBe("1");
        malformed.Message().ShouldContain("NgayBatDau");
        (await hub.StatsAsync()).GetProperty("accepted").GetInt64().ShouldBe(before);
    }

    [Fact]
    public async Task A_version_means_nothing_here_and_is_stored_like_any_unknown_member()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("False", Samples.Dossier("B-7", "9"));

        (await hub.WriteAsync("True", Samples.Dossier("B-7", "8"))).Code().ShouldBe("0");

        (await hub.ReadDossierAsync("B-7")).Single().Text("PhienBan").ShouldBe("8");
    }

    [Fact]
    public async Task A_malformed_dossier_is_refused_with_the_name_of_its_member()
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        var answer = await hub.WriteAsync("False", Samples.Dossier("B-8").Without("DonViXuLy"));

        answer.Code().ShouldBe("1");
        answer.Message().ShouldContain("DonViXuLy");
    }
}
