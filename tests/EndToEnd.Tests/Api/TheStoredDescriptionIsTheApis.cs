using System.Runtime.CompilerServices;
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
        await using var hub = await TestHub.StartAsync();
        var served = (await hub.Http.GetStringAsync("/v1/openapi.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        Approved.Match(Stored(), served);

        var document = JsonNode.Parse(served)!;
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        document["paths"]!.AsObject().Count.ShouldBe(23);
    }

    private static string Stored([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../contracts/hub/v1/openapi.json"));
}

/// <summary>Text that must not drift: compared with a file, which a person changes on purpose by taking over the received one.</summary>
internal static class Approved
{
    public static void Match(string file, string received)
    {
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved == received)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText($"{Path.ChangeExtension(file, null)}.received.txt", received);
        received.ShouldBe(approved, $"{file} is not what is received now; if that is meant, put the received file in its place");
    }
}
