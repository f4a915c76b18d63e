using IntegrationHub.Connectors.SettlementSystem;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class SettingsTests
{
    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var problems = SettlementModule.Register(new ServiceCollection(), Rig.Section(("User", ""), ("Agency", ""), ("Password", "env:KHONG_CO")));

        problems.Select(problem => problem.Path).ShouldBe(
            ["Settlement:BaseAddress", "Settlement:User", "Settlement:Password", "Settlement:Agency"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("BaseAddress", "ftp://tthc.example")]
    [InlineData("BaseAddress", "/adapter")]
    [InlineData("BaseAddress", "http://tthc.example/adapter")]
    [InlineData("AllowPlainHttp", "perhaps")]
    [InlineData("BaseAddress", "https://hub:secret@tthc.example")]
    [InlineData("BaseAddress", "https://tthc.example/?x=1")]
    [InlineData("AuthPath", "//evil.example/auth")]
    [InlineData("ServicePath", "https://evil.example/")]
    [InlineData("ServicePath", "../service")]
    [InlineData("Password", "mat-khau-viet-thang")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("AttemptTimeout", "1.00:00:00")]
    [InlineData("MaxConnections", "0")]
    [InlineData("Profile", "newest")]
    [InlineData("Pasword", "env:X")]
    public void A_bad_setting_is_named_with_its_path_and_its_secret_is_not_told(string key, string value)
    {
        var services = new ServiceCollection();
        var good = ("BaseAddress", "https://tthc.example/adapter");

        var problem = SettlementModule.Register(services, Rig.Section(good, (key, value))).ShouldHaveSingleItem();

        problem.Path.ShouldBe($"Settlement:{key}");
        problem.Message.ShouldNotContain("viet-thang");
        services.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/adapter", "false")]
    [InlineData("http://tthc.example/adapter", "true")]
    [InlineData("https://tthc.example/adapter", "true")]
    public void Plain_http_stays_on_this_machine_unless_it_is_asked_for_by_name(string address, string allowed) =>
        SettlementModule.Register(new ServiceCollection(), Rig.Section(("BaseAddress", address), ("AllowPlainHttp", allowed)))
            .ShouldBeEmpty();

    [Fact]
    public async Task The_paths_stand_below_the_base_address()
    {
        await using var server = await ScriptedTarget.StartAsync();
        await using var rig = Rig.Before(
            server,
            ("BaseAddress", new Uri(server.Address, "adapter/v2").ToString()),
            ("ServicePath", "api/share"),
            ("Profile", "Basic"));
        server.On("TraCuuHoSo", Reactions.Accept);

        await rig.FinishAsync(rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token));

        server.Calls.Select(call => call.Path).ShouldBe(["/adapter/v2/auth", "/adapter/v2/api/share"]);
    }
}
