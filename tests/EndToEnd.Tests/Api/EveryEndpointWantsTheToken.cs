using System.Net;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class EveryEndpointWantsTheToken
{
    /// <summary>What is open to everybody; a new endpoint that is not named here must refuse a stranger.</summary>
    private static readonly string[] Open = ["/livez", "/readyz", "/", "/callbacks/{connector}/{name}"];

    [Fact]
    public async Task No_endpoint_answers_a_stranger_or_a_wrong_token()
    {
        await using var hub = await TestHub.StartAsync();
        var endpoints = Endpoints(hub).Where(e => !Open.Contains(e.Path)).ToList();
        endpoints.Count.ShouldBeGreaterThan(20);

        foreach (var (method, path) in endpoints)
            foreach (var token in (string?[])[null, "hub_wrong", TestHub.Token + "x", ""])
                (await AskAsync(hub, method, path, token)).ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path} with token '{token}'");
        hub.Control.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_named_endpoints_are_open()
    {
        await using var hub = await TestHub.StartAsync();
        var anonymous = hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));
        anonymous.ShouldBe(Open, ignoreOrder: true);
    }

    [Fact]
    public async Task The_token_opens_the_api()
    {
        await using var hub = await TestHub.StartAsync();
        (await AskAsync(hub, "GET", "/v1/status", TestHub.Token)).ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<(string Method, string Path)> Endpoints(TestHub hub) =>
        from endpoint in hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

    private static async Task<HttpStatusCode> AskAsync(TestHub hub, string method, string path, string? token)
    {
        var filled = path.Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{id}", Samples.Land, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new(method), filled);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await hub.Stranger.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
