using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>Every day in <c>stubs/</c>: what becomes of one dossier that is sent on it.</summary>
public sealed class StubbedDaysTests
{
    private const string Number = "H40.21-260304-0001";

    public static TheoryData<string, string?, int> Days => new()
    {
        { "ordinary", null, 1 },
        { "session-ended", null, 2 },
        { "throttled-seconds", "Throttled", 1 },
        { "throttled-until-date", "Throttled", 1 },
        { "unavailable", "UnknownOutcome", 1 },
        { "html-page", "UnknownOutcome", 1 },
        { "cut-body", "UnknownOutcome", 1 },
        { "broken-text", "Rejected", 1 },
        { "sign-in-refused", "AuthRefused", 1 },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_dossier_that_is_sent_on_that_day_meets_its_fate(string day, string? fate, int signIns)
    {
        using var stubbed = new StubbedTarget(day);

        (await SendAsync(stubbed))?.Name.ShouldBe(fate);

        ((await SendAsync(stubbed)) is null).ShouldBe(fate is null);
        stubbed.SignIns.ShouldBe(signIns);
    }

    [Theory]
    [InlineData("throttled-seconds", 90)]
    [InlineData("throttled-until-date", 120)]
    public async Task A_wait_is_counted_from_now_by_seconds_or_by_the_targets_own_clock(string day, int seconds)
    {
        using var stubbed = new StubbedTarget(day);
        stubbed.Time.Advance(TimeSpan.FromHours(7));

        (await SendAsync(stubbed)).ShouldBeOfType<Fault.Throttled>().Until.ShouldBe(stubbed.Time.GetUtcNow().AddSeconds(seconds));
    }

    [Fact]
    public void Every_day_that_is_stubbed_is_tested() =>
        Directory.GetDirectories(Path.Combine(Repository.Connectors, "SettlementSystem", "stubs")).Select(Path.GetFileName)
            .ShouldBe(Days.Select(day => day.Data.Item1), ignoreOrder: true);

    private static async Task<Fault?> SendAsync(StubbedTarget stubbed) =>
        (await stubbed.Target.SendDossiersAsync([Rig.Dossier(Number)], TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
}
