using System.Globalization;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.DrivingLicences;

/// <summary>One record of a page never spoils the others, and a kept position never skips any.</summary>
public sealed class LicencePageTests
{
    private static readonly Position Start = Position.AtTime(At("2026-02-25T10:00:00+07:00"));
    private static readonly Position Today = Position.AtTime(At("2026-03-04T00:00:00+07:00"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("half-character", "text-malformed")]
    [InlineData("broken-bytes", "content-unreadable")]
    [InlineData("lone-bad-record", "procedure-unknown")]
    public async Task A_broken_record_is_handed_on_and_rejected_alone(string day, string code)
    {
        using var system = new LicenceSystem(day);
        var records = (await system.Connector.ReadAsync(Today, Stop)).Value.ShouldNotBeNull().Records;
        var fates = records.Select(system.Connector.Map).ToList();
        fates[0].ShouldBeOfType<MapResult.Rejected>().Code.ShouldBe(code);
        fates.Skip(1).ShouldAllBe(fate => fate is MapResult.Mapped);
        records.ShouldAllBe(record => record.Key.Length > 0);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_keeps_its_number_and_is_refused_however_often_it_is_tried()
    {
        using var system = new LicenceSystem("broken-bytes");
        var record = (await system.Connector.ReadAsync(Today, Stop)).Value.ShouldNotBeNull().Records[0];
        record.Key.ShouldBe("H40.21-260301-0001");
        var kept = new SourceRecord { Key = record.Key, Content = record.Content };
        system.Connector.Map(SourceText.Clean(kept, new() { Encoding = "unicode" })).ShouldBeOfType<MapResult.Rejected>();
    }

    [Theory]
    [InlineData("2026-02-25/2026-03-03/3/5")]
    [InlineData("2026-02-25/2026-03-03/3/5/2")]
    public async Task A_position_of_another_page_size_or_of_none_begins_its_days_again(string key)
    {
        using var system = new LicenceSystem("ordinary");
        (await system.Connector.ReadAsync(Position.AtTime(Start.Time!.Value, key), Stop)).Fault.ShouldBeNull();
        system.Lists.ShouldBe(["2026-02-25..2026-03-03/1"]);
    }

    [Fact]
    public async Task A_position_of_the_same_page_size_goes_on_where_it_stands()
    {
        using var system = new LicenceSystem("paging", pageSize: 2);
        var first = (await system.Connector.ReadAsync(Start, Stop)).Value.ShouldNotBeNull();
        await system.Connector.ReadAsync(Position.Parse(first.Next.ToString()), Stop);
        system.Lists.ShouldBe(["2026-02-25..2026-03-03/1", "2026-02-25..2026-03-03/2"]);
    }

    [Fact]
    public async Task A_record_touched_while_its_page_was_made_carries_the_watermark_over_no_unread_day()
    {
        using var system = new LicenceSystem("touched-meanwhile");
        var page = (await system.Connector.ReadAsync(Start, Stop)).Value.ShouldNotBeNull();
        page.Records[0].Time.ShouldBe(At("2026-03-04T09:59:30+07:00"));
        page.ReadUpTo.Time.ShouldBe(At("2026-03-03T08:05:00+07:00"));
    }

    [Fact]
    public async Task A_check_signs_in_and_asks_for_one_record_of_today()
    {
        using var well = new LicenceSystem("ordinary", clock: new FakeTimeProvider(At("2026-03-04T10:00:00+07:00")));
        (await ((IConnectionCheck)well.Connector).CheckAsync(Stop)).ShouldBeNull();
        well.Lists.ShouldBe(["2026-03-04..2026-03-04/1"]);
    }

    [Theory]
    [InlineData("sign-in-refused", nameof(Fault.AuthRefused))]
    [InlineData("forbidden", nameof(Fault.AuthRefused))]
    [InlineData("question-refused", nameof(Fault.Drift))]
    public async Task A_check_tells_what_the_account_may_not_do(string day, string fault)
    {
        using var system = new LicenceSystem(day);
        (await ((IConnectionCheck)system.Connector).CheckAsync(Stop)).ShouldNotBeNull().Name.ShouldBe(fault);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
