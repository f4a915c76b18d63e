using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class SessionTests(ExtendedSimulator simulator) : IClassFixture<ExtendedSimulator>
{
    [Theory]
    [InlineData("hub", "wrong")]
    [InlineData("nobody", "secret-hub")]
    [InlineData("", "")]
    public async Task Wrong_credentials_open_no_session(string account, string password)
    {
        using var client = await SettlementClient.SignInAsync(simulator.Process.Address, account, password);

        var answer = await client.SignInAgainAsync(account, password);

        answer.Code().ShouldBe("1");
        answer.Text("session").ShouldBe("");
        (await client.CallAsync("KhaNang")).Code().ShouldBe("401");
    }

    [Fact]
    public async Task A_new_sign_in_ends_no_other_session()
    {
        using var first = await simulator.Process.SignInAsync("hub");
        using var second = await simulator.Process.SignInAsync("hub");

        (await first.CallAsync("KhaNang")).Code().ShouldBe("0");
        (await second.CallAsync("KhaNang")).Code().ShouldBe("0");
    }

    [Fact]
    public async Task An_account_speaks_for_its_own_madonvi_only()
    {
        using var counter = await simulator.Process.SignInAsync("counter");
        counter.MaDonVi = "H40.02";

        (await counter.CallAsync("KhaNang")).Code().ShouldBe("403");
    }
}
