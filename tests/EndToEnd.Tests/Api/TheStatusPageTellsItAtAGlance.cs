using System.Text.RegularExpressions;
using IntegrationHub.Contracts.Api;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using IntegrationHub.Server.Console.Status;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class TheStatusPageTellsItAtAGlance
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_vietnamese_unless_english_is_asked_for()
    {
        await using var hub = await TestHub.StartAsync();
        var vietnamese = await hub.Stranger.GetStringAsync("/", Token);
        var english = await hub.Stranger.GetStringAsync("/?lang=en", Token);

        vietnamese.ShouldContain("""<html lang="vi">""");
        vietnamese.ShouldContain("1 trên 1 kết nối nguồn cần xử lý");
        vietnamese.ShouldContain("12.480");
        english.ShouldContain("""<html lang="en">""");
        english.ShouldContain("1 of 1 connectors need action");
        english.ShouldContain("12,480");
    }

    [Fact]
    public async Task It_loads_nothing_and_runs_nothing()
    {
        await using var hub = await TestHub.StartAsync();
        using var response = await hub.Stranger.GetAsync("/", Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Regex.IsMatch(page, @"<script|<img|<iframe|@import|url\(|\sstyle=|src=|https?://", RegexOptions.IgnoreCase).ShouldBeFalse();
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'");
        page.ShouldContain("""<meta http-equiv="refresh" content="10">""");
    }

    [Theory]
    [InlineData(true, "ready", "1 of 1 connectors need action")]
    [InlineData(false, "ready", "The ledger does not balance: run hub-server doctor --invariants · 1 of 1 connectors need action")]
    [InlineData(true, "refused", "The settlement system refuses the account; delivery is stopped · 1 of 1 connectors need action")]
    public void Its_headline_in_english_is_the_sentence_of_api_and_command_line(bool balanced, string target, string sentence)
    {
        Headline.Say(Headline.Of(Samples.Status.Health, balanced, target), Headline.English).ShouldBe(sentence);
        Page(Samples.Status with { Balanced = balanced, Target = Samples.Status.Target with { State = target } }).ShouldContain(sentence);
    }

    [Fact]
    public void Both_languages_have_every_word() => VietnameseTexts.Texts.ShouldSatisfyAllConditions(
        t => t.Headline.Keys.ShouldBe(EnglishTexts.Texts.Headline.Keys, ignoreOrder: true),
        t => t.Health.Keys.ShouldBe(EnglishTexts.Texts.Health.Keys, ignoreOrder: true),
        t => t.TargetStates.Keys.ShouldBe(EnglishTexts.Texts.TargetStates.Keys, ignoreOrder: true),
        t => t.RunStates.Keys.ShouldBe(EnglishTexts.Texts.RunStates.Keys, ignoreOrder: true));

    [Fact]
    public void What_the_settlement_system_said_is_shown() =>
        Page(Samples.Status with { Target = Samples.Status.Target with { State = "refused", Message = "Wrong password." } })
            .ShouldContain("""<small lang="en">Wrong password.</small>""");

    [Theory]
    [InlineData(true, "✓ Balances")]
    [InlineData(false, "! Does not balance")]
    public void It_says_whether_the_counts_balance(bool balanced, string said) => Page(Samples.Status with { Balanced = balanced }).ShouldContain(said);

    [Fact]
    public void What_comes_from_outside_is_encoded()
    {
        var page = Page(Samples.Status with { QuarantineCauses = [new("<b>x", "<script>alert(1)</script>", 1, Samples.At)] });
        page.ShouldNotContain("<script>");
        page.ShouldContain("&lt;script&gt;");
    }

    private static string Page(HubStatus status) => StatusPage.Render(status, [Samples.Connector], EnglishTexts.Texts, Samples.At).ToString();
}
