using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class VersionTests(ExtendedSimulator simulator) : IClassFixture<ExtendedSimulator>
{
    [Fact]
    public async Task An_older_version_is_refused_with_5_and_the_number_decides_not_the_length_of_the_string()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("V-1", "9"));

        (await hub.WriteAsync("Upsert", Samples.Dossier("V-1", "10"))).ItemCodes().ShouldBe("0");
        (await hub.WriteAsync("Upsert", Samples.Dossier("V-1", "9"))).ItemCodes().ShouldBe("5");
        (await hub.WriteAsync("Upsert", Samples.Dossier("V-1", "9223372036854775807"))).ItemCodes().ShouldBe("0");
        (await hub.ReadDossierAsync("V-1")).Single().Text("PhienBan").ShouldBe("9223372036854775807");
    }

    [Fact]
    public async Task The_same_version_is_accepted_with_the_same_content_and_refused_with_6_with_other_content()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("V-2", "3", "một"));

        (await hub.WriteAsync("Upsert", Samples.Dossier("V-2", "3", "một"))).ItemCodes().ShouldBe("0");
        (await hub.WriteAsync("Upsert", Samples.Dossier("V-2", "3", "hai"))).ItemCodes().ShouldBe("6");
        (await hub.ReadDossierAsync("V-2")).Single().Text("GhiChu").ShouldBe("một");
    }

    [Fact]
    public async Task The_same_version_changes_nothing_not_even_the_nguon()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("V-3", "3").With("nguon", "land"));

        (await hub.WriteAsync("Upsert", Samples.Dossier("V-3", "3").With("nguon", "tax"))).ItemCodes().ShouldBe("0");

        (await hub.ReadDossierAsync("V-3")).Single().Text("nguon").ShouldBe("land");
    }

    [Fact]
    public async Task Version_comes_before_existence_so_an_insert_repeated_after_a_lost_answer_is_accepted()
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        (await hub.WriteAsync("False", Samples.Dossier("V-4", "5"))).ItemCodes().ShouldBe("0");
        (await hub.WriteAsync("False", Samples.Dossier("V-4", "5"))).ItemCodes().ShouldBe("0");
        (await hub.WriteAsync("False", Samples.Dossier("V-4", "5", "khác"))).ItemCodes().ShouldBe("6");
        (await hub.WriteAsync("False", Samples.Dossier("V-4", "4"))).ItemCodes().ShouldBe("5");
        (await hub.WriteAsync("False", Samples.Dossier("V-4", "6"))).ItemCodes().ShouldBe("3");
        (await hub.WriteAsync("True", Samples.Dossier("V-4", "6"))).ItemCodes().ShouldBe("0");
        (await hub.WriteAsync("True", Samples.Dossier("V-5", "1"))).ItemCodes().ShouldBe("4");
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("9223372036854775808")]
    public async Task What_is_no_whole_number_up_to_2_to_the_63_minus_1_is_no_version(string phienBan)
    {
        using var hub = await simulator.Process.SignInAsync("hub");

        var answer = await hub.WriteAsync("Upsert", Samples.Dossier("V-6", phienBan));

        answer.ItemCodes().ShouldBe("1");
        answer.Item(0).Message().ShouldContain("PhienBan");
    }

    [Fact]
    public async Task A_staff_edit_takes_the_next_version_and_belongs_to_the_counter()
    {
        using var hub = await simulator.Process.SignInAsync("hub");
        using var counter = await simulator.Process.SignInAsync("counter");
        await hub.WriteAsync("Upsert", Samples.Dossier("V-7", "41"));

        var status = await hub.ControlAsync("/sim/edit", new() { ["MaHoSo"] = "V-7", ["set"] = Samples.Edit("GhiChu", "sửa tại quầy") });

        status.ShouldBe(200);
        var stored = (await hub.ReadDossierAsync("V-7")).Single();
        stored.Text("PhienBan").ShouldBe("42");
        stored.Text("GhiChu").ShouldBe("sửa tại quầy");
        (await counter.ListAsync()).Select(row => row.Text("MaHoSo")).ShouldContain("V-7");
        (await hub.ControlAsync("/sim/edit", new() { ["MaHoSo"] = "V-8", ["set"] = Samples.Edit("GhiChu", "") })).ShouldBe(404);
    }
}
