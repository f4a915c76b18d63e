using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class ThrottlingTests
{
    [Theory]
    [InlineData(429, "60", null)]
    [InlineData(503, "60", null)]
    [InlineData(503, "Wed, 01 Jan 2020 00:01:00 GMT", "Wed, 01 Jan 2020 00:00:00 GMT")]
    public async Task What_one_call_is_told_to_wait_holds_for_every_call(int status, string retryAfter, string? date)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.Status(status, retryAfter, date), Reactions.AcceptItems).On("TraCuuHoSo", Reactions.Accept);
        await rig.Target.CapabilitiesAsync(Rig.Token);
        var until = rig.Time.GetUtcNow().AddSeconds(60);

        var first = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token);
        var second = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-2")], Rig.Token);
        var read = await rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token);

        first.ShouldHaveSingleItem()!.Message.ShouldEndWith($"asks to wait until {VietnamTime.Say(until)}.");
        first.Concat(second).Append(read[0].Fault).ShouldAllBe(fault => ((Fault.Throttled)fault!).Until == until);
        (rig.Server.Count("DongBoHoSoMC"), rig.Server.Count("TraCuuHoSo")).ShouldBe((1, 0));

        rig.Time.Advance(TimeSpan.FromSeconds(60));
        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-2")], Rig.Token)).ShouldBe([null]);
    }

    [Fact]
    public async Task The_items_of_a_sending_that_is_told_to_wait_are_not_called()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Extended(maxDossiers: 2)).On("DongBoHoSoMC", Reactions.AcceptItems, Reactions.Status(429, "10"));

        var fates = await rig.Target.SendDossiersAsync([.. Enumerable.Range(0, 8).Select(i => Rig.Dossier($"HS-{i}"))], Rig.Token);

        fates.Select(fate => fate?.Name).ShouldBe([null, null, .. Enumerable.Repeat("Throttled", 6)]);
        rig.Server.Count("DongBoHoSoMC").ShouldBe(2);
    }

    [Fact]
    public async Task Not_now_without_a_time_makes_all_wait_a_little_and_leaves_the_write_unknown()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.Status(503)).On("TraCuuHoSo", Reactions.Accept);

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.UnknownOutcome>();
        (await rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token))[0].Fault.ShouldBeOfType<Fault.Throttled>();

        rig.Time.Advance(TimeSpan.FromSeconds(5));
        (await rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token))[0].Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_sign_in_waits_too()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("auth", Reactions.Status(429, "30"), Reactions.Session);

        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.Throttled>();
        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.Throttled>();
        rig.Server.Count("auth").ShouldBe(1);

        rig.Time.Advance(TimeSpan.FromSeconds(30));
        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeNull();
    }
}
