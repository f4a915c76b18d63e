using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using IntegrationHub.Hub.Views;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class CommandsReachTheEngine
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_started_and_not_waited_for()
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await hub.Http.PostAsJsonAsync("/v1/runs", new { connector = Samples.Land }, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Headers.Location!.ToString().ShouldBe("/v1/runs/7");
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<long>().ShouldBe(7);
        hub.Control.Asked.ShouldBe([Samples.Land]);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"repair":false}""", false)]
    public async Task A_reconciliation_repairs_unless_told_otherwise(string body, bool repair)
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await hub.Http.PostAsync("/v1/reconciliations", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        hub.Control.Asked.ShouldBe([repair]);
    }

    [Fact]
    public async Task Retries_say_which()
    {
        await using var hub = await TestHub.StartAsync();
        using var one = await hub.Http.PostAsync("/v1/quarantine/21/retry", null, Token);
        using var group = await hub.Http.PostAsJsonAsync("/v1/quarantine/retry", new { code = "status-unknown" }, Token);
        using var dead = await hub.Http.PostAsJsonAsync("/v1/dead/retry", new { connector = Samples.Land, fault = "Rejected" }, Token);

        hub.Control.Asked.ShouldBe(
        [
            new QuarantineSelection(21),
            new QuarantineSelection(Code: "status-unknown"),
            new DeadSelection(null, Samples.Land, "Rejected"),
        ]);
    }

    [Fact]
    public async Task Lists_take_their_place_and_size_from_the_request()
    {
        await using var hub = await TestHub.StartAsync();
        var page = await hub.Http.GetFromJsonAsync<JsonNode>("/v1/quarantine?after=5&limit=1&state=all&connector=land-registry", Token);

        hub.Views.LastPage.ShouldBe(new PageRequest(5, 1));
        hub.Views.LastFilter.ShouldBe(new QuarantineFilter(Samples.Land, null, null));
        page!["next"]!.GetValue<long>().ShouldBe(99);
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task Health_answers_those_too_that_want_no_body(string path)
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await hub.Stranger.SendAsync(new(HttpMethod.Head, path), Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Liveness_asks_nothing_and_readiness_says_why_not()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.NotReady = "the ledger belongs to another settlement system";

        (await hub.Stranger.GetStringAsync("/livez", Token)).ShouldBe("alive\n");
        using var ready = await hub.Stranger.GetAsync("/readyz", Token);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(Token)).ShouldContain("another settlement system");
    }
}
