using System.Net;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class AServerAnswersToItsOwnNames
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Also_to_an_address_of_this_machine_that_is_not_the_usual_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere this machine is 127.0.0.1 only.");
        await using var hub = await TestHub.StartAsync("http://127.0.0.2:0");
        (await hub.Stranger.GetStringAsync("/livez", Token)).ShouldBe("alive\n");
        (await AskAsync(hub, "evil.example")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task What_a_proxy_must_do_is_told_where_it_is_refused()
    {
        await using var hub = await TestHub.StartAsync();
        var refused = await AskAsync(hub, "hub.example");

        refused.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        var told = await refused.Content.ReadAsStringAsync(Token);
        told.ShouldContain("a proxy before it must send Host 127.0.0.1:PORT");
        told.ShouldNotContain("Server:Listen");
    }

    private static async Task<HttpResponseMessage> AskAsync(TestHub hub, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez") { Headers = { Host = host } };
        return await hub.Stranger.SendAsync(request, Token);
    }
}
