using System.Net;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Wire;
using Shouldly;
using Xunit;
using static IntegrationHub.EndToEnd.Tests.Demo.ScriptedTarget;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>The demo's own client: a sign-in meets the same bad days as a call, and only a refusal ends it.</summary>
public sealed class ServiceClientTests
{
    public static TheoryData<string, Func<HttpResponseMessage>> Passing => new()
    {
        { "429", Status(HttpStatusCode.TooManyRequests) },
        { "500", Body("""{"error_code":"-1","message":"System.NullReferenceException"}""", HttpStatusCode.InternalServerError) },
        { "503", Status(HttpStatusCode.ServiceUnavailable) },
        { "HTML", Body("<html><body>Bad Gateway</body></html>") },
        { "cut", Body("""{"error_code":"0","mess""") },
        { "no envelope", Body("{}") },
        { "reset", () => throw new HttpRequestException("reset") },
        { "not now", Body("""{"error_code":"2","message":"later","session":""}""") },
    };

    public static TheoryData<string, Func<HttpResponseMessage>> Final => new()
    {
        { "check its password", Status(HttpStatusCode.Unauthorized) },
        { "check its password", Body("""{"error_code":"401","message":"","session":""}""") },
        { "check its password", Body("""{"error_code":"1","message":"","session":""}""") },
        { "no right to sign in", Status(HttpStatusCode.Forbidden) },
        { "no right to sign in", Body("""{"error_code":"403","message":"","session":""}""") },
    };

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task A_sign_in_that_meets_a_fault_is_tried_again(string fault, Func<HttpResponseMessage> met)
    {
        var target = new ScriptedTarget().AtSignIn(met);

        (await CallAsync(target)).Accepted.ShouldBeTrue(fault);

        target.SignIns.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Final), DisableDiscoveryEnumeration = true)]
    public async Task An_account_that_is_refused_is_not_tried_again(string sentence, Func<HttpResponseMessage> met)
    {
        var target = new ScriptedTarget().AtSignIn(met);

        (await Should.ThrowAsync<DemoException>(() => CallAsync(target))).Message.ShouldContain(sentence);

        target.SignIns.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_ends_at_every_call_is_not_renewed_for_ever()
    {
        var target = new ScriptedTarget().At("TraCuuHoSo", Answer("401"));

        (await Should.ThrowAsync<DemoException>(() => CallAsync(target))).Message.ShouldContain("does not answer TraCuuHoSo");

        target.Calls.Count.ShouldBe(8);
    }

    private static async Task<ServiceClient.Answer> CallAsync(ScriptedTarget target)
    {
        using var client = target.Client();
        return await client.CallAsync("TraCuuHoSo", [], TestContext.Current.CancellationToken);
    }
}
