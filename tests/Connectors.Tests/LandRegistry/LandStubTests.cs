using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.LandRegistry;

/// <summary>The registry on its days: bodies as it sends them, from the connector's own <c>stubs/</c>.</summary>
public sealed class LandStubTests
{
    [Theory]
    [InlineData("ordinary", 5)]
    [InlineData("repeated", 2)]
    [InlineData("out-of-order", 4)]
    [InlineData("wrong-secret", 1)]
    [InlineData("unreadable", 1)]
    public void A_day_is_answered_as_agreed_and_leaves_as_many_different_callbacks(string day, int different)
    {
        var connector = Bench.WithSampleSettings("LandRegistry");
        var entries = new List<CallbackEntry>();
        foreach (var call in Calls(day))
        {
            var body = call["raw"]?.GetValue<string>() ?? call["body"]!.ToJsonString();
            var verdict = ((ICallback)connector).Receive(new(call["name"]!.GetValue<string>(), Encoding.UTF8.GetBytes(body)));
            Answer(verdict).StatusCode.ShouldBe(call["status"]!.GetValue<int>(), body);
            if (verdict is CallbackVerdict.Accept accept)
                entries.Add(accept.Entry);
        }

        entries.DistinctBy(entry => entry.Key).Count().ShouldBe(different);
        entries.ShouldAllBe(entry => connector.Map(RecordOf(entry)) is MapResult.Mapped && !entry.Content.Contains("SecurityCode"));
    }

    private static CallbackAnswer Answer(CallbackVerdict verdict) =>
        verdict is CallbackVerdict.Accept accept ? accept.Answer : ((CallbackVerdict.Refuse)verdict).Answer;

    private static SourceRecord RecordOf(CallbackEntry entry) =>
        new() { Key = entry.Key, Content = $$"""{"callback":"{{entry.Name}}","body":{{entry.Content}}}""" };

    private static IEnumerable<JsonNode> Calls(string day) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Connectors, "LandRegistry", "stubs", day, "callbacks.json")))!.AsArray()
            .Select(call => call!);
}
