using System.Net;
using System.Text;
using IntegrationHub.Connectors;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class CallbacksAreAnsweredWhenDurable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_callback_is_journaled_and_then_answered_in_the_sources_own_words()
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await CallAsync(hub, """{"SoBienNhan":"x"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Token)).ShouldBe("""{"Result":1,"Message":""}""");
        hub.Inbox.Entries.ShouldHaveSingleItem().Name.ShouldBe("KetThuc");
    }

    [Fact]
    public async Task The_answer_waits_until_the_callback_is_durable()
    {
        await using var hub = await TestHub.StartAsync();
        var (journaling, durable) = (new TaskCompletionSource(), new TaskCompletionSource<bool>());
        hub.Inbox.Durable = () =>
        {
            journaling.SetResult();
            return durable.Task;
        };

        var call = CallAsync(hub, "{}");
        await journaling.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        call.IsCompleted.ShouldBeFalse();

        durable.SetResult(true);
        using var response = await call;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_store_that_fails_is_answered_with_try_again()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Inbox.Durable = () => Task.FromResult(false);
        using var response = await CallAsync(hub, "{}");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(Token)).ShouldBe("""{"Result":0,"Message":"again"}""");
    }

    [Fact]
    public async Task A_refused_callback_is_not_journaled()
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await CallAsync(hub, "refuse me");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        hub.Inbox.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("driving-licences")]
    public async Task A_connector_that_takes_no_callbacks_is_not_found(string connector)
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await CallAsync(hub, "{}", connector);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_connector_whose_settings_are_wrong_asks_to_be_called_again()
    {
        var wrong = new RegisteredConnector(ConnectorCatalog.All[0].Manifest with { Id = "tax" }, "0 0 0 * * ?", [new("Connectors:tax:Secret", "must be set")]);
        await using var hub = await TestHub.StartAsync(services: services => services.AddSingleton(wrong));
        using var response = await CallAsync(hub, "{}", "tax");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("connector-not-ready");
    }

    [Fact]
    public async Task A_body_over_one_mebibyte_is_refused()
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await CallAsync(hub, new string(' ', (1 << 20) + 1));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        hub.Inbox.Entries.ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> CallAsync(TestHub hub, string body, string connector = Samples.Land) =>
        hub.Stranger.PostAsync($"/callbacks/{connector}/KetThuc", new StringContent(body, Encoding.UTF8, "application/json"), Token);
}
