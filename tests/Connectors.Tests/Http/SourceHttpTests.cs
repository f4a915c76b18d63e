using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Http;

public sealed class SourceHttpTests
{
    [Theory]
    [InlineData("http://127.0.0.1:1/x")]
    [InlineData("https://source.example.elsewhere.example/x")]
    [InlineData("http://source.example/x")]
    [InlineData("https://source.example:8443/x")]
    public async Task A_call_to_any_other_host_is_refused_before_it_leaves(string address)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("source").ForOneHost(new("https://source.example"), TimeSpan.FromSeconds(5));
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("source");
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => client.GetAsync(new Uri(address), TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("source.example");
    }

    [Theory]
    [InlineData("https://gplx.example", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://gplx.example", false)]
    [InlineData("ftp://gplx.example", false)]
    [InlineData("https://user:password@gplx.example", false)]
    [InlineData("gplx", false)]
    public void An_address_is_encrypted_and_without_credentials(string address, bool good) =>
        (SourceHttp.ProblemOf(new(address, UriKind.RelativeOrAbsolute)) is null).ShouldBe(good);
}
