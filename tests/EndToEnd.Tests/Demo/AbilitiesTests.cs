using System.Text.Json.Nodes;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Wire;
using Shouldly;
using Xunit;
using static IntegrationHub.EndToEnd.Tests.Demo.ScriptedTarget;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>The demo keeps to what a target declares, and never writes as basic what was asked for as extended.</summary>
public sealed class AbilitiesTests
{
    [Fact]
    public async Task The_profile_and_both_sizes_are_read() =>
        (await AskAsync("auto", Answer("0", Row("7", "30")))).ShouldBe(new(Extended: true, MaxDossiers: 7, MaxProgress: 30));

    [Fact]
    public async Task A_target_that_does_not_declare_itself_is_basic()
    {
        (await AskAsync("auto", Answer("1"))).ShouldBe(Abilities.Basic);
        (await AskAsync("auto", Answer("0"))).ShouldBe(Abilities.Basic);
    }

    [Fact]
    public async Task A_target_that_is_asked_for_as_basic_is_not_asked_itself() =>
        (await AskAsync("basic", Answer("0", Row("7", "30")))).ShouldBe(Abilities.Basic);

    [Theory]
    [InlineData("auto", "403", "no right to ask KhaNang")]
    [InlineData("extended", "403", "no right to ask KhaNang")]
    [InlineData("extended", "1", "does not declare the extended profile (KhaNang answers 1)")]
    [InlineData("extended", "0", "does not declare the extended profile (KhaNang answers 0)")]
    public async Task A_target_that_may_not_or_cannot_be_what_was_asked_for_gives_one_sentence(
        string wanted, string code, string sentence) =>
        (await Should.ThrowAsync<DemoException>(() => AskAsync(wanted, Answer(code)))).Message.ShouldContain(sentence);

    [Fact]
    public async Task An_extended_target_without_sizes_gives_one_sentence() =>
        (await Should.ThrowAsync<DemoException>(() => AskAsync("auto", Answer("0", Row("0", "many")))))
            .Message.ShouldContain("maxDossiers");

    [Fact]
    public async Task The_counter_sends_no_more_items_than_the_target_takes()
    {
        var target = new ScriptedTarget().At("DongBoHoSoMC", Accept).At("CapNhatTienDoHoSoMC", Accept);
        var lines = Enumerable.Range(1, 5).Select(i => Base($"H40.15-260115-000{i}"));

        var written = await new BaseDossiers(target.Client(), new(Extended: true, MaxDossiers: 2, MaxProgress: 3))
            .WriteAsync(lines.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        written.ShouldBe(5);
        Sizes("DongBoHoSoMC").ShouldBe([1, 2, 2]);
        Sizes("CapNhatTienDoHoSoMC").ShouldBe([1, 1, 2, 3, 3]);

        IEnumerable<int> Sizes(string service) =>
            target.Calls.Where(call => $"{call["service"]}" == service).Select(call => call["data"]!.AsArray().Count).Order();
    }

    private static string Accept(JsonNode asked) =>
        Answer("0", [.. asked["data"]!.AsArray().Select(_ => new JsonObject { ["error_code"] = "0" })]);

    private static BaseLine Base(string number)
    {
        var row = new JsonObject { ["MaHoSo"] = number }.Element();
        return new(SimulatedTarget.Dossier(number).Element(), [row, row]);
    }

    private static JsonObject Row(string dossiers, string progress) => new()
    {
        ["profile"] = "extended",
        ["version"] = "1",
        ["maxDossiers"] = dossiers,
        ["maxProgress"] = progress,
    };

    private static async Task<Abilities> AskAsync(string wanted, string answer)
    {
        using var client = new ScriptedTarget().At("KhaNang", answer).Client();
        return await Abilities.AskAsync(client, wanted, TestContext.Current.CancellationToken);
    }
}
