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
        Headline.Say(Headline.Of(Samples.Status.Health, balanced, target, null, reconciling: false), Headline.English).ShouldBe(sentence);
        Page(Samples.Status with { Balanced = balanced, Target = Samples.Status.Target with { State = target } }).ShouldContain(sentence);
    }

    [Fact]
    public void Both_languages_have_every_word() => VietnameseTexts.Texts.ShouldSatisfyAllConditions(
        t => t.Headline.Keys.ShouldBe(EnglishTexts.Texts.Headline.Keys, ignoreOrder: true),
        t => t.Causes.Keys.ShouldBe(EnglishTexts.Texts.Causes.Keys, ignoreOrder: true),
        t => t.Health.Keys.ShouldBe(EnglishTexts.Texts.Health.Keys, ignoreOrder: true),
        t => t.TargetStates.Keys.ShouldBe(EnglishTexts.Texts.TargetStates.Keys, ignoreOrder: true),
        t => t.RunStates.Keys.ShouldBe(EnglishTexts.Texts.RunStates.Keys, ignoreOrder: true));

    [Theory]
    [InlineData("completed", 0, "All is well: 3 of 3 connectors healthy", "✓")]
    [InlineData("completed", 2, "Differences that need a person: 2; list them: hub reconcile diff · 3 healthy", "!")]
    [InlineData("failed", 0, "The last reconciliation failed; see why: hub reconcile diff · 3 healthy", "~")]
    [InlineData("completed", 0, "A reconciliation is under way · 3 healthy", "✓", true)]
    [InlineData("failed", 0, "The last reconciliation failed; see why: hub reconcile diff · A reconciliation is under way · 3 healthy", "~", true)]
    public void All_is_not_well_before_both_sides_are_known_to_agree(
        string state, long needPerson, string sentence, string symbol, bool reconciling = false)
    {
        var last = Samples.Reconciliation with { State = state, Differences = 5, NeedPerson = needPerson };
        var page = Page(Samples.Status with { Health = new(3, 0, 0, 0, 0), LastReconciliation = last, Reconciling = reconciling });
        page.ShouldContain($"""<span class="symbol" aria-hidden="true">{symbol}</span>{sentence}</h1>""");
    }

    [Fact]
    public void A_hub_without_a_connector_is_not_well() =>
        StatusPage.Render(Samples.Status with { Health = new(0, 0, 0, 0, 0) }, [], EnglishTexts.Texts, Samples.At).ToString()
            .ShouldContain("""<span class="symbol" aria-hidden="true">~</span>No connector is configured</h1>""");

    [Theory]
    [InlineData("settings", "Its settings or its manifest are wrong. More: <code>hub connector describe land-registry</code>")]
    [InlineData("fault", "The source cannot be read. More: <code>hub connector describe land-registry</code>")]
    [InlineData("person", "A person paused it. More: <code>hub connector describe land-registry</code>")]
    [InlineData("dead", "Failed for good: 1. More: <code>hub dead list --connector land-registry</code>")]
    [InlineData("quarantine", "In quarantine: 7. More: <code>hub quarantine list --connector land-registry</code>")]
    public void It_says_the_cause_and_the_command_that_tells_more_and_nothing_that_wants_the_token(string cause, string said)
    {
        var connector = Samples.Connector with { Cause = cause, Reason = "file:/etc/hub/land.secret" };
        var status = Samples.Status with
        {
            Target = Samples.Status.Target with { State = "refused", Message = "Wrong password of hub." },
            LastReconciliation = Samples.Reconciliation with { State = "failed", Message = "10.1.2.3 does not answer." },
        };
        var page = StatusPage.Render(status, [connector], EnglishTexts.Texts, Samples.At).ToString();

        page.ShouldContain($"<small>{said}</small>");
        page.ShouldContain("<small>More: <code>hub status</code></small>");
        page.ShouldContain("<small>More: <code>hub reconcile diff</code></small>");
        foreach (var reason in (string[])["land.secret", "Wrong password", "10.1.2.3"])
            page.ShouldNotContain(reason);
    }

    [Theory]
    [InlineData("vi", "Đăng ký đất đai")]
    [InlineData("en", "Land registry")]
    public void A_connector_has_its_title_in_the_readers_language(string language, string title) =>
        StatusPage.Render(Samples.Status, [Samples.Connector], Texts.Of(language), Samples.At).ToString()
            .ShouldContain($">{title}<small>");

    [Theory]
    [InlineData(true, "✓ Balances")]
    [InlineData(false, "! Does not balance")]
    public void It_says_whether_the_counts_balance(bool balanced, string said) =>
        Page(Samples.Status with { Balanced = balanced }).ShouldContain(said);

    [Theory]
    [InlineData("ready", "closed", false, "Đang tiếp tục", "Goes on")]
    [InlineData("unreachable", "open", false, "Chờ hệ thống trả lời từ 05/01/2026 14:02; hỏi lại lúc 05/01/2026 14:03:11",
        "Waits for an answer since 05/01/2026 14:02; asked again 05/01/2026 14:03:11")]
    [InlineData("ready", "closed", true, "Chờ đến 05/01/2026 14:04:11 theo yêu cầu của hệ thống",
        "Waits until 05/01/2026 14:04:11, as the system asked")]
    [InlineData("refused", "open", false, "Đã dừng, chờ người xử lý", "Stopped, until a person has looked")]
    public void It_says_whether_anything_is_sent_and_if_not_until_when(
        string state, string circuit, bool held, string vietnamese, string english)
    {
        var target = Samples.Status.Target with
        {
            State = state,
            Circuit = new(circuit) { Since = Samples.At, NextProbe = Samples.At.AddMinutes(1) },
            HeldUntil = held ? Samples.At.AddMinutes(2) : null,
        };
        foreach (var (texts, said) in new[] { (VietnameseTexts.Texts, vietnamese), (EnglishTexts.Texts, english) })
            StatusPage.Render(Samples.Status with { Target = target }, [], texts, Samples.At).ToString()
                .ShouldContain($"<dt>{texts.Sending}</dt><dd>{said}</dd>");
    }

    [Fact]
    public void It_says_how_many_rows_failed_again_and_how_many_may() =>
        Page(Samples.Status with { Target = Samples.Status.Target with { Retries = new(1_060, 1_060) } })
            .ShouldContain("<dt>Retries</dt><dd>1,060 failed again within a minute, 1,060 may</dd>");

    [Fact]
    public void What_comes_from_outside_is_encoded()
    {
        var page = Page(Samples.Status with { QuarantineCauses = [new("<b>x", "<script>alert(1)</script>", 1, Samples.At)] });
        page.ShouldNotContain("<script>");
        page.ShouldContain("&lt;script&gt;");
    }

    private static string Page(HubStatus status) => StatusPage.Render(status, [Samples.Connector], EnglishTexts.Texts, Samples.At).ToString();
}
