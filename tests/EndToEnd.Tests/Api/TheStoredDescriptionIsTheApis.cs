using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class TheStoredDescriptionIsTheApis
{
    [Fact]
    public async Task The_stored_openapi_document_is_what_the_server_serves()
    {
        var served = await ServedAsync();
        Approved.Match("contracts/hub/v1/openapi.json", served);

        var document = JsonNode.Parse(served)!;
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        document["paths"]!.AsObject().Count.ShouldBe(23);
    }

    [Fact]
    public async Task Every_operation_admits_that_token_or_ledger_may_be_missing()
    {
        var operations = JsonNode.Parse(await ServedAsync())!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).ToList();

        operations.Count.ShouldBe(25);
        foreach (var (_, operation) in operations)
            operation!["responses"]!.AsObject().Select(r => r.Key).ShouldBeSubsetOf(["200", "202", "400", "401", "404", "409", "503"]);
        operations.ShouldAllBe(o => o.Value!["responses"]!["401"] != null && o.Value["responses"]!["503"] != null);
    }

    private static async Task<string> ServedAsync()
    {
        await using var hub = await TestHub.StartAsync();
        var served = await hub.Http.GetStringAsync("/v1/openapi.json", TestContext.Current.CancellationToken);
        return served.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
