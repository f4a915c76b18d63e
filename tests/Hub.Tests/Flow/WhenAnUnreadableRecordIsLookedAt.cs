using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>The records that most need a look are those that nobody can read whole.</summary>
public sealed class WhenAnUnreadableRecordIsLookedAt : IDisposable
{
    private const string HalfACharacter = """{"name": "a\ud83d", "\ud83d": {"x": 1}, "ward": "Phú Hội"}""";

    private readonly TestHub hub = new();

    [Fact]
    public async Task Half_a_character_is_shown_by_its_raw_length_and_the_rest_as_ever()
    {
        await QuarantinedAsync(HalfACharacter);

        var members = await ShownAsync();

        members.ShouldBe(
        [
            new() { Pointer = "/name", Type = "text", Length = @"a\ud83d".Length },
            new() { Pointer = @"/\ud83d", Type = "object", Length = 1 },
            new() { Pointer = @"/\ud83d/x", Type = "number", Length = 1 },
            new() { Pointer = "/ward", Type = "text", Length = "Phú Hội".Length },
        ]);
    }

    [Fact]
    public async Task A_callback_nested_as_deep_as_one_is_taken_in_is_shown_once_wrapped()
    {
        const int Deepest = 64;
        await QuarantinedAsync($$"""{"body": {{new string('[', Deepest)}}{{new string(']', Deepest)}}}""");

        (await ShownAsync()).Count.ShouldBe(Deepest);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("{\"cut\": [")]
    public async Task What_is_no_JSON_is_shown_by_its_length_alone(string content)
    {
        await QuarantinedAsync(content);

        (await ShownAsync()).ShouldBe([new() { Pointer = "", Type = "text", Length = content.Length }]);
    }

    [Fact]
    public async Task Retrying_it_needs_not_read_it()
    {
        await QuarantinedAsync(HalfACharacter);

        var reply = await hub.Get<IHubControl>().RetryQuarantineAsync(new(Id: 1), default);

        reply.Value.ShouldNotBeNull().Matched.ShouldBe(1);
    }

    private async Task<IReadOnlyList<MaskedMember>> ShownAsync() =>
        (await hub.Get<IHubViews>().QuarantineAsync(1, default)).ShouldNotBeNull().Source;

    private async Task QuarantinedAsync(string content)
    {
        hub.Source().Add("k", Make.Day, Make.Rejected("test-code"));
        await hub.CollectAsync();
        await hub.PlantAsync($"update quarantine set content = '{content}'");
    }

    public void Dispose() => hub.Dispose();
}
