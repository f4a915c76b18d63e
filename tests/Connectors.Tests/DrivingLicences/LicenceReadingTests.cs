using System.Globalization;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.DrivingLicences;

public sealed class LicenceReadingTests
{
    private static readonly Position Start = Position.AtTime(At("2026-02-25T10:00:00+07:00"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Windows_of_days_are_read_up_to_the_systems_today()
    {
        using var system = new LicenceSystem("ordinary");
        var (keys, pages) = await system.ReadAllAsync(Start, Stop);
        keys.ShouldBe(Numbers(1, 2, 3, 4, 5, 6));
        system.Lists.ShouldBe(["2026-02-25..2026-03-03/1", "2026-03-04..2026-03-10/1"]);
        pages[^1].ReadUpTo.Time.ShouldBe(At("2026-03-04T08:06:00+07:00"));
        pages[^1].Present.ShouldBe(At("2026-03-04T10:00:00+07:00"));
        system.SignIns.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_read_before_begins_at_the_start_date()
    {
        using var system = new LicenceSystem("ordinary");
        await system.Connector.ReadAsync(null, Stop);
        system.Lists.ShouldBe(["2026-01-01..2026-01-07/1"]);
    }

    [Fact]
    public async Task Only_a_finished_window_moves_the_watermark()
    {
        using var system = new LicenceSystem("paging", pageSize: 2);
        var (keys, pages) = await system.ReadAllAsync(Start, Stop);
        keys.ShouldBe(Numbers(1, 2, 3, 4, 5, 6));
        pages.Select(page => page.ReadUpTo.Time).ShouldBe(
            [Start.Time, Start.Time, At("2026-03-03T08:05:00+07:00"), At("2026-03-04T08:06:00+07:00")]);
        pages.Select(page => page.HasMore).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public async Task A_total_that_changes_between_pages_makes_the_days_read_again_in_halves()
    {
        using var system = new LicenceSystem("total-changing", pageSize: 2);
        var (keys, _) = await system.ReadAllAsync(Start, Stop);
        keys.Distinct().Order().ShouldBe(Numbers(1, 2, 3, 4, 5));
        system.Lists.ShouldBe(["2026-02-25..2026-03-03/1", "2026-02-25..2026-03-03/2", "2026-02-25..2026-02-28/1", "2026-03-01..2026-03-07/1"]);
    }

    [Fact]
    public async Task Today_is_read_alone_when_it_takes_pages_and_may_grow_at_its_end()
    {
        using var system = new LicenceSystem("today-takes-pages", pageSize: 2);
        var (keys, pages) = await system.ReadAllAsync(Position.AtTime(At("2026-02-28T00:00:00+07:00")), Stop);
        keys.Distinct().ShouldBe(Numbers(4, 5, 6, 7, 8, 9));
        system.Lists.ShouldBe(["2026-02-28..2026-03-06/1", "2026-02-28..2026-03-03/1", "2026-03-04..2026-03-10/1", "2026-03-04..2026-03-10/2"]);
        pages[0].ReadUpTo.Time.ShouldBe(At("2026-02-28T00:00:00+07:00"));
    }

    [Fact]
    public async Task A_system_that_does_not_listen_is_named_and_tried_again()
    {
        using var system = new LicenceSystem("ordinary");
        system.Leave();
        var met = new[] { (await system.Connector.ReadAsync(Start, Stop)).Fault, await ((IConnectionCheck)system.Connector).CheckAsync(Stop) };
        met.ShouldAllBe(fault => fault is Fault.Transient);
        met.ShouldAllBe(fault => fault!.Message.Contains($"{system.Authority} did not answer (connection refused)"));
    }

    [Fact]
    public async Task A_system_that_is_silent_is_named_and_tried_again()
    {
        using var system = new LicenceSystem("silent", timeout: TimeSpan.FromSeconds(1));
        var fault = (await system.Connector.ReadAsync(Start, Stop)).Fault.ShouldBeOfType<Fault.Transient>();
        fault.Message.ShouldContain("did not answer (no whole answer in time)");
    }

    [Fact]
    public async Task A_record_dated_later_is_handed_on_and_moves_nothing()
    {
        using var system = new LicenceSystem("dated-later");
        var (keys, pages) = await system.ReadAllAsync(Position.AtTime(At("2026-03-04T00:00:00+07:00")), Stop);
        keys.ShouldBe(Numbers(6, 7));
        pages[^1].ReadUpTo.Time.ShouldBe(At("2026-03-04T08:06:00+07:00"));
    }

    [Fact]
    public async Task An_ended_session_is_renewed_once_and_the_call_made_again()
    {
        using var system = new LicenceSystem("session-ended");
        (await system.Connector.ReadAsync(Start, Stop)).Fault.ShouldBeNull();
        system.SignIns.ShouldBe(2);
    }

    [Fact]
    public async Task Parallel_reads_share_one_sign_in()
    {
        using var system = new LicenceSystem("ordinary");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => system.Connector.ReadAsync(Start, Stop)));
        system.SignIns.ShouldBe(1);
    }

    [Theory]
    [InlineData("session-never-good", nameof(Fault.AuthExpired), 2)]
    [InlineData("sign-in-refused", nameof(Fault.AuthRefused), 0)]
    [InlineData("session-missing", nameof(Fault.Drift), 0)]
    [InlineData("forbidden", nameof(Fault.AuthRefused), 1)]
    [InlineData("html-page", nameof(Fault.Transient), 3)]
    [InlineData("cut-body", nameof(Fault.Transient), 3)]
    [InlineData("empty-body", nameof(Fault.Transient), 3)]
    [InlineData("fails-always", nameof(Fault.Transient), 3)]
    [InlineData("throttled-seconds", nameof(Fault.Throttled), 1)]
    [InlineData("throttled-until-date", nameof(Fault.Throttled), 1)]
    [InlineData("redirect", nameof(Fault.Drift), 1)]
    [InlineData("member-gone", nameof(Fault.Drift), 1)]
    [InlineData("data-gone", nameof(Fault.Drift), 1)]
    [InlineData("page-short", nameof(Fault.Drift), 1)]
    [InlineData("other-days", nameof(Fault.Drift), 1)]
    [InlineData("question-refused", nameof(Fault.Drift), 1)]
    public async Task A_bad_day_has_its_name_and_only_what_may_pass_is_tried_again(string day, string fault, int lists)
    {
        using var system = new LicenceSystem(day);
        var outcome = await system.Connector.ReadAsync(Start, Stop);
        outcome.Fault.ShouldNotBeNull().Name.ShouldBe(fault);
        outcome.Fault.Message.ShouldNotContain("canary-password");
        system.Lists.Count.ShouldBe(lists);
    }

    [Fact]
    public async Task One_failure_passes_unseen()
    {
        using var system = new LicenceSystem("fails-once");
        (await system.Connector.ReadAsync(Start, Stop)).Fault.ShouldBeNull();
        system.Lists.Count.ShouldBe(2);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("throttled-seconds", 7)]
    [InlineData("throttled-until-date", 120)]
    public async Task A_wait_is_counted_from_the_hubs_clock(string day, int seconds)
    {
        var clock = new FakeTimeProvider(At("2031-01-01T00:00:00Z"));
        using var system = new LicenceSystem(day, clock: clock);
        var fault = (await system.Connector.ReadAsync(Start, TestContext.Current.CancellationToken)).Fault.ShouldBeOfType<Fault.Throttled>();
        fault.Until.ShouldBe(clock.GetUtcNow().AddSeconds(seconds));
    }

    [Fact]
    public async Task A_member_that_no_record_has_is_named()
    {
        using var system = new LicenceSystem("member-gone");
        (await system.Connector.ReadAsync(Start, Stop)).Fault!.Message.ShouldContain("TrangThaiHoSo");
    }

    [Theory]
    [InlineData("page-short", "records on page 1", "promises")]
    [InlineData("other-days", "2026-02-25", "2026-03-03")]
    [InlineData("question-refused", "Agency", "PageSize")]
    public async Task A_changed_interface_is_told_with_what_was_asked_and_what_came(string day, string one, string other)
    {
        using var system = new LicenceSystem(day);
        var message = (await system.Connector.ReadAsync(Start, Stop)).Fault!.Message;
        message.ShouldContain(one);
        message.ShouldContain(other);
    }

    [Fact]
    public async Task A_record_touched_while_its_page_was_made_is_no_change_of_the_interface()
    {
        using var system = new LicenceSystem("touched-meanwhile");
        (await system.Connector.ReadAsync(Start, Stop)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_cancelled_read_is_no_fault_of_the_source()
    {
        using var system = new LicenceSystem("ordinary");
        await Should.ThrowAsync<OperationCanceledException>(() => system.Connector.ReadAsync(Start, new CancellationToken(canceled: true)));
    }

    private static IEnumerable<string> Numbers(params int[] numbers) => numbers.Select(number => $"H40.21-260301-{number:D4}");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
