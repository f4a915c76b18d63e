using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class CapabilityTests
{
    [Fact]
    public async Task An_extended_target_says_what_it_can_do()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Extended(maxDossiers: 500, maxProgress: 200));

        (await rig.Target.CapabilitiesAsync(Rig.Token)).Value.ShouldBe(new TargetCapabilities(TargetProfile.Extended, "mau", "test", 500, 200));
        rig.Server.Calls.Last().Body.ShouldBe("""{"session":"session-1","madonvi":"000.00.00.H40","service":"KhaNang"}""");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("99")]
    public async Task A_well_formed_answer_with_another_code_means_basic(string code)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Code(code));

        (await rig.Target.CapabilitiesAsync(Rig.Token)).Value.ShouldBe(new TargetCapabilities(TargetProfile.Basic, "", "", 1, 10));
    }

    [Fact]
    public async Task While_the_target_cannot_say_nothing_is_sent_and_it_is_not_signed_in_at_again()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Code("2"), Reactions.Html, Reactions.Status(502), Reactions.Extended()).On("DongBoHoSoMC", Reactions.AcceptItems);

        (await rig.FinishAsync(rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token))).ShouldHaveSingleItem().ShouldBeOfType<Fault.Transient>();
        rig.Server.Count("DongBoHoSoMC").ShouldBe(0);

        (await rig.FinishAsync(rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token))).ShouldBe([null]);
        rig.Server.Count("auth").ShouldBe(1);
    }

    [Fact]
    public async Task A_transient_fault_after_a_new_sign_in_never_downgrades()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Extended(), Reactions.Html, Reactions.Html, Reactions.Html, Reactions.Extended())
            .On("DongBoHoSoMC", Reactions.Code("401"), Reactions.AcceptItems);

        (await rig.FinishAsync(rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token))).ShouldHaveSingleItem().ShouldBeOfType<Fault.Transient>();
        (await rig.FinishAsync(rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token))).ShouldBe([null]);
        (await rig.Target.CapabilitiesAsync(Rig.Token)).Value!.Profile.ShouldBe(TargetProfile.Extended);
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("system")]
    [InlineData("environment")]
    public async Task A_target_that_becomes_another_one_gets_nothing(string change)
    {
        await using var rig = await Rig.StartAsync();
        var other = change switch
        {
            "basic" => Reactions.Code("1"),
            "system" => Reactions.Extended(system: "other"),
            _ => Reactions.Extended(environment: "production"),
        };
        rig.Server.On("KhaNang", Reactions.Extended(), other).On("DongBoHoSoMC", Reactions.Code("401"), Reactions.AcceptItems);

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.Drift>();
        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.Drift>();
        (await rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token))[0].Fault.ShouldBeOfType<Fault.Drift>();
        rig.Server.Count("DongBoHoSoMC").ShouldBe(1);
    }

    [Fact]
    public async Task A_basic_target_that_learns_the_extended_profile_is_taken_as_it_is()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Code("1"), Reactions.Extended()).On("DongBoHoSoMC", Reactions.Code("401"), Reactions.AcceptItems);

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1", mode: WriteMode.Insert)], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.Transient>();
        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldBe([null]);
    }

    [Theory]
    [InlineData("""{"profile":"extended","version":"2","heThong":"mau","moiTruong":"test","maxDossiers":"1","maxProgress":"1"}""")]
    [InlineData("""{"profile":"extended","version":"1","heThong":"","moiTruong":"test","maxDossiers":"1","maxProgress":"1"}""")]
    [InlineData("""{"profile":"extended","version":"1","heThong":"mau","moiTruong":"staging","maxDossiers":"1","maxProgress":"1"}""")]
    [InlineData("""{"profile":"extended","version":"1","heThong":"mau","moiTruong":"test","maxDossiers":"0","maxProgress":"1"}""")]
    [InlineData("""{"profile":"extended","version":"1","heThong":"mau","moiTruong":"test","maxDossiers":"many","maxProgress":"1"}""")]
    [InlineData("""{"profile":"extended"}""")]
    public async Task A_declaration_that_is_not_as_agreed_is_drift_and_not_basic(string row)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Json($$"""{"error_code":"0","message":"","result":[{{row}}]}"""));

        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.Drift>();
    }

    [Fact]
    public async Task The_setting_basic_asks_nothing_and_the_setting_extended_takes_nothing_less()
    {
        await using var basic = await Rig.StartAsync(("Profile", "basic"));
        (await basic.Target.CapabilitiesAsync(Rig.Token)).Value!.Profile.ShouldBe(TargetProfile.Basic);
        basic.Server.Count("KhaNang").ShouldBe(0);

        await using var extended = await Rig.StartAsync(("Profile", "extended"));
        extended.Server.On("KhaNang", Reactions.Code("1"));
        (await extended.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.Drift>();
    }

    [Fact]
    public async Task A_refusal_that_is_not_the_envelope_never_downgrades()
    {
        await using var rig = await Rig.StartAsync();
        var gateway = Reactions.Json("""{"error_code":"1","message":"no such route"}""");
        rig.Server.On("KhaNang", gateway, gateway, gateway, Reactions.Extended());

        (await rig.FinishAsync(rig.Target.CapabilitiesAsync(Rig.Token))).Fault.ShouldBeOfType<Fault.Transient>();
        (await rig.Target.CapabilitiesAsync(Rig.Token)).Value.ShouldNotBeNull().Profile.ShouldBe(TargetProfile.Extended);
    }

    [Fact]
    public async Task A_gateway_that_finds_the_question_too_large_is_an_alarm_and_not_basic()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Status(413)).On("DongBoHoSoMC", Reactions.AcceptItems);

        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.AuthRefused>();
        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.AuthRefused>();
        rig.Server.Count("DongBoHoSoMC").ShouldBe(0);
    }

    [Fact]
    public async Task No_right_to_ask_is_a_refusal_and_not_basic()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Code("403"));

        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.AuthRefused>();
    }
}
