using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>Every fault of an exchange says what was called, where, and what to do.</summary>
public sealed class FaultWordsTests
{
    [Theory]
    [InlineData("502", "HTTP 502", "administrators")]
    [InlineData("404", "HTTP 404", "check the address")]
    [InlineData("403", "no right", "administrators")]
    [InlineData("html", "not the agreed envelope", "a proxy or login page may stand in the way")]
    [InlineData("something-else", "not the agreed envelope", "a proxy or login page may stand in the way")]
    [InlineData("cut", "reset", "check")]
    public async Task A_fault_says_what_where_and_what_to_do(string day, string what, string whatToDo)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", day switch
        {
            "html" => Reactions.Html,
            "cut" => Reactions.Cut,
            "something-else" => Reactions.Json("""{"error_code":"0","message":"","result":[{"MaHoSo":"HS-2"}]}"""),
            _ => Reactions.Status(int.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
        });

        var fault = (await rig.FinishAsync(rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token)))[0].Fault.ShouldNotBeNull();

        fault.Message.ShouldStartWith($"TraCuuHoSo at {rig.Server.Address.Authority}: ");
        fault.Message.ShouldContain(what);
        fault.Message.ShouldContain(whatToDo);
    }

    [Fact]
    public async Task A_target_that_answers_nobody_in_time_is_named_with_the_setting_that_says_how_long()
    {
        await using var rig = await Rig.StartAsync(("AttemptTimeout", "00:00:01"));
        rig.Server.On("TraCuuHoSo", Reactions.Hang);
        await rig.Target.CapabilitiesAsync(Rig.Token);

        var fault = (await rig.FinishAsync(rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token)))[0].Fault
            .ShouldBeOfType<Fault.Transient>();

        fault.Message.ShouldStartWith($"TraCuuHoSo at {rig.Server.Address.Authority}: no whole answer in time");
        fault.Message.ShouldContain("Settlement:AttemptTimeout");
    }
}
