using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class ProblemsSayWhatToDo
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/v1/runs/8", null, 404, "not-found")]
    [InlineData("GET", "/v1/nothing", null, 404, "not-found")]
    [InlineData("GET", "/v1/connectors/nobody", null, 404, "not-found")]
    [InlineData("GET", "/v1/records/trace?number=unknown", null, 404, "not-found")]
    [InlineData("GET", "/v1/records/trace", null, 400, "bad-request")]
    [InlineData("GET", "/v1/records", null, 400, "bad-request")]
    [InlineData("GET", "/v1/runs?limit=501", null, 400, "bad-request")]
    [InlineData("GET", "/v1/runs?limit=0", null, 400, "bad-request")]
    [InlineData("GET", "/v1/runs?after=abc", null, 400, "bad-request")]
    [InlineData("GET", "/v1/quarantine?state=lost", null, 400, "bad-request")]
    [InlineData("POST", "/v1/runs", "{not json", 400, "bad-request")]
    [InlineData("POST", "/v1/runs", "{}", 400, "bad-request")]
    [InlineData("POST", "/v1/quarantine/retry", "{}", 400, "bad-request")]
    [InlineData("POST", "/v1/dead/retry", "{}", 400, "bad-request")]
    [InlineData("POST", "/v1/reconciliations", """{"repairs":false}""", 400, "bad-request")]
    [InlineData("POST", "/v1/runs", """{"connector":"land-registry","x":1}""", 400, "bad-request")]
    [InlineData("POST", "/v1/dead/retry", """{"fault":"Rejected","conector":"x"}""", 400, "bad-request")]
    [InlineData("POST", "/v1/quarantine/retry", """{"code":"x","conector":"x"}""", 400, "bad-request")]
    [InlineData("POST", "/v1/connectors/land-registry/pause", """{"reason":"x","until":"y"}""", 400, "bad-request")]
    [InlineData("POST", "/v1/connectors/land-registry/pause", """{"reason":" "}""", 400, "bad-request")]
    [InlineData("DELETE", "/v1/status", null, 405, "method-not-allowed")]
    public async Task A_request_that_cannot_be_done_is_answered_by_a_problem(string method, string path, string? body, int status, string code)
    {
        await using var hub = await TestHub.StartAsync();
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await hub.Http.SendAsync(request, Token);

        ((int)response.StatusCode).ShouldBe(status);
        await ShouldBeProblemAsync(response, code);
    }

    [Theory]
    [InlineData("GET", "/v1/runs?limit=abc", null, "limit")]
    [InlineData("GET", "/v1/runs?after=abc", null, "after")]
    [InlineData("GET", "/v1/records?prefix=H40&limit=many", null, "limit")]
    [InlineData("POST", "/v1/runs", """{"connector":5}""", "/connector")]
    [InlineData("POST", "/v1/reconciliations", """{"repair":"no"}""", "/repair")]
    [InlineData("POST", "/v1/reconciliations", """{"repairs":false}""", "/repairs")]
    [InlineData("POST", "/v1/runs", "{not json", "")]
    public async Task What_cannot_be_read_is_named(string method, string path, string? body, string pointer)
    {
        await using var hub = await TestHub.StartAsync();
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await hub.Http.SendAsync(request, Token);

        var errors = (await ShouldBeProblemAsync(response, "bad-request"))["errors"]!.AsArray();
        errors.ShouldHaveSingleItem()!["pointer"]!.GetValue<string>().ShouldBe(pointer);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_of_another_kind_is_told_which_kind_is_read(string? kind)
    {
        await using var hub = await TestHub.StartAsync();
        var body = new StringContent("connector=x");
        body.Headers.ContentType = kind is null ? null : new(kind);
        using var response = await hub.Http.PostAsync("/v1/runs", body, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await ShouldBeProblemAsync(response, "unsupported-media-type"))["action"]!.GetValue<string>()
            .ShouldContain("Content-Type: application/json");
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_is_logged_with_what_sqlite_says()
    {
        var log = new LogLines();
        await using var hub = await TestHub.StartAsync(services: services => services.AddSingleton<ILoggerProvider>(log));
        hub.Views.Failure = new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10, 266);
        using var response = await hub.Http.GetAsync("/v1/status", Token);

        log.Lines.ShouldContain(line => line.Contains("(error 266)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_token_is_a_problem_that_says_where_the_token_is()
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await hub.Stranger.GetAsync("/v1/status", Token);

        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await ShouldBeProblemAsync(response, "not-authorised"))["action"]!.GetValue<string>().ShouldContain("token file");
    }

    [Fact]
    public async Task What_stands_in_the_way_of_a_command_is_told_as_the_engine_told_it()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Control.Refusal = new(ProblemKind.Conflict, "run-under-way", "It has a run under way.", "Wait for its end.");
        using var response = await hub.Http.PostAsJsonAsync("/v1/runs", new { connector = Samples.Land }, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ShouldBeProblemAsync(response, "run-under-way"))["action"]!.GetValue<string>().ShouldBe("Wait for its end.");
    }

    [Fact]
    public async Task A_bug_is_a_problem_without_stack_or_message()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Failure = new FormatException("cannot read 999087000123 of Nguyễn Thị Mẫu");
        using var response = await hub.Http.GetAsync("/v1/status", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var problem = await ShouldBeProblemAsync(response, "internal-error");
        problem.ToJsonString().ShouldNotContain("999087000123");
        problem.ToJsonString().ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_is_temporary()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Failure = new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10);
        using var response = await hub.Http.GetAsync("/v1/status", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ShouldBeProblemAsync(response, "ledger-unavailable"))["retryable"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Another_host_name_on_loopback_is_refused()
    {
        await using var hub = await TestHub.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status") { Headers = { Host = "evil.example" } };
        using var response = await hub.Http.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        await ShouldBeProblemAsync(response, "host-not-allowed");
    }

    private static async Task<JsonNode> ShouldBeProblemAsync(HttpResponseMessage response, string code)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
        problem["code"]!.GetValue<string>().ShouldBe(code);
        problem["type"]!.GetValue<string>().ShouldBe($"urn:integrationhub:error:{code}");
        problem["status"]!.GetValue<int>().ShouldBe((int)response.StatusCode);
        foreach (var member in (string[])["title", "detail", "action", "traceId"])
            problem[member]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }
}
