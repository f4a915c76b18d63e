using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Sql;

/// <summary>What reading a database view promises, on every engine.</summary>
public abstract class SqlReadingContract : IAsyncLifetime
{
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);

    private protected PermitDatabase Database { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Database = await CreateDatabaseAsync();
        await Database.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
            await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<PermitDatabase> CreateDatabaseAsync();

    [Fact]
    public async Task A_tie_larger_than_a_page_is_read_once_and_whole()
    {
        string[] awkward = ["a-1", "a1", "A-1", "a'1", "Đ-1", "a 1", "0010", "10"];
        var numbers = Enumerable.Range(0, 330).Select(i => $"H40.13-260105-{i * 7919 % 1000:D4}-{i}").Concat(awkward).ToList();
        await Database.InsertAsync(
        [
            .. numbers.Select(number => (number, "2026-01-05 08:00:00")),
            ("later", "2026-01-05 08:00:01"),
            ("earlier", "2026-01-05 07:59:59"),
        ]);

        var (records, _) = await ReadAllAsync(null, pageSize: 50);

        records.Select(record => record.Key).ShouldBe(["earlier", .. numbers.Order(StringComparer.Ordinal), "later"]);
    }

    [Fact]
    public async Task Without_a_key_the_lower_bound_is_inclusive_and_with_one_it_is_not()
    {
        await Database.InsertAsync(("a", "2026-01-05 08:00:00"), ("b", "2026-01-05 08:00:00"));
        var time = At("2026-01-05 08:00:00");
        (await PageAsync(Position.AtTime(time))).Records.Select(record => record.Key).ShouldBe(["a", "b"]);
        (await PageAsync(Position.AtTime(time, "a"))).Records.Select(record => record.Key).ShouldBe(["b"]);
        (await PageAsync(Position.AtTime(time.AddSeconds(1)))).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_on_from_any_page_gives_the_whole()
    {
        await Database.InsertAsync(Enumerable.Range(0, 25).Select(i => ((string?)$"n{i:D2}", (string?)$"2026-01-05 08:00:{i / 3:D2}")));
        var (all, positions) = await ReadAllAsync(null, pageSize: 4);
        for (var i = 0; i < positions.Count; i++)
        {
            var (rest, _) = await ReadAllAsync(Position.Parse(positions[i].ToString()), pageSize: 4);
            all.Take(Math.Min(4 * (i + 1), all.Count)).Concat(rest).Select(record => record.Key).ShouldBe(all.Select(record => record.Key));
        }
    }

    [Fact]
    public async Task A_row_that_commits_late_is_found_behind_the_lag()
    {
        await Database.InsertAsync(("a", "2026-01-05 08:00:00"), ("b", "2026-01-05 08:05:00"));
        var watermark = (await PageAsync(null)).ReadUpTo;
        await Database.InsertAsync(("late", "2026-01-05 08:04:00"));
        (await PageAsync(watermark)).Records.Select(record => record.Key).ShouldNotContain("late");
        (await PageAsync(watermark.Back(Lag))).Records.Select(record => record.Key).ShouldContain("late");
    }

    [Fact]
    public async Task A_row_dated_later_than_the_source_is_handed_on_and_moves_nothing()
    {
        await Database.InsertAsync(("a", "2026-01-05 08:00:00"), ("future", "2099-01-01 00:00:00"));
        var page = await PageAsync(null);
        page.Records.Select(record => record.Key).ShouldBe(["a", "future"]);
        page.ReadUpTo.Time.ShouldBe(At("2026-01-05 08:00:00"));
        page.Present!.Value.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_row_without_a_time_is_handed_on_once_a_run_and_does_not_order_anything()
    {
        await Database.InsertAsync(
            ("a", "2026-01-05 08:00:00"), ("never", null), ("b", "2026-01-05 08:00:01"), ("empty", "0001-01-01 00:00:00"));
        var (records, positions) = await ReadAllAsync(null, pageSize: 3);
        records.Select(record => record.Key).ShouldBe(["empty", "never", "a", "b"]);
        records.Select(record => record.Time is null).ShouldBe([true, true, false, false]);
        positions[^1].Time.ShouldBe(At("2026-01-05 08:00:01"));
        (await PageAsync(positions[^1])).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_rows_without_a_time_than_a_page_holds_are_told_and_stop_no_other_row()
    {
        await Database.InsertAsync([("c", null), ("a", null), ("b", null), ("dated", "2026-01-05 08:00:00")]);
        var (records, _) = await ReadAllAsync(null, pageSize: 2);
        records.Select(record => record.Key).ShouldBe(["a", "b", "dated"]);
        records.Select(record => record.Unreadable?.Code).ShouldBe([null, "time-missing-in-many", null]);
        var told = Database.Connector().Map(records[1]).ShouldBeOfType<MapResult.Rejected>();
        told.Pointer.ShouldBe("/updated_at");
        told.Message.ShouldContain("more than 2 rows");
    }

    [Fact]
    public async Task As_many_rows_without_a_time_as_a_page_holds_are_all_read_and_need_no_word()
    {
        await Database.InsertAsync([("a", null), ("b", null), ("dated", "2026-01-05 08:00:00")]);
        var (records, _) = await ReadAllAsync(null, pageSize: 2);
        records.Select(record => record.Key).ShouldBe(["a", "b", "dated"]);
        records.ShouldAllBe(record => record.Unreadable == null);
    }

    [Fact]
    public async Task A_far_future_row_is_handed_on_and_stops_nothing()
    {
        await Database.InsertAsync(("a", "2026-01-05 08:00:00"), ("never", "9999-12-31 23:59:59"));
        var (records, _) = await ReadAllAsync(null, pageSize: 1);
        records.Select(record => record.Key).ShouldBe(["a", "never"]);
    }

    [Fact]
    public async Task An_empty_view_is_an_empty_page()
    {
        var page = await PageAsync(null);
        page.Records.ShouldBeEmpty();
        page.HasMore.ShouldBeFalse();
        page.ReadUpTo.Back(Lag).Time.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_becomes_an_object_with_the_columns_names_and_its_nulls()
    {
        await Database.InsertAsync(("a", "2026-01-05 08:00:00"));
        var record = (await PageAsync(null)).Records.Single();
        record.Time.ShouldBe(At("2026-01-05 08:00:00"));
        using var row = JsonDocument.Parse(record.Content);
        row.RootElement.EnumerateObject().Count().ShouldBe(23);
        row.RootElement.GetProperty("so_giay_phep").ValueKind.ShouldBe(JsonValueKind.Null);
        row.RootElement.GetProperty("chu_dau_tu").GetString().ShouldBe("NguyÔn");
        row.RootElement.GetProperty("dien_tich_xay_dung").GetDouble().ShouldBe(120.5);
        row.RootElement.GetProperty("updated_at").GetString().ShouldBe("2026-01-05 08:00:00");
    }

    [Fact]
    public async Task A_column_that_is_renamed_is_drift_with_its_name()
    {
        await Database.ExecuteAsync($"drop view {PermitDatabase.View}");
        await Database.ExecuteAsync("alter table giay_phep rename column so_tang to tang");
        await Database.ExecuteAsync($"create view {PermitDatabase.View} as select * from giay_phep");
        (await FaultAsync()).ShouldBeOfType<Fault.Drift>().Message.ShouldContain("so_tang");
        (await Database.Connector().CheckAsync(Stop)).ShouldBeOfType<Fault.Drift>();
    }

    [Fact]
    public async Task A_view_that_is_gone_is_drift_with_its_name()
    {
        await Database.ExecuteAsync($"drop view {PermitDatabase.View}");
        (await FaultAsync()).ShouldBeOfType<Fault.Drift>().Message.ShouldContain(PermitDatabase.View);
    }

    [Fact]
    public async Task A_row_without_a_key_stops_the_stream_by_name()
    {
        await Database.InsertAsync((null, "2026-01-05 08:00:00"));
        (await FaultAsync()).ShouldBeOfType<Fault.Drift>().Message.ShouldContain("ma_ho_so");
    }

    [Fact]
    public async Task A_check_of_a_sound_view_finds_nothing() => (await Database.Connector().CheckAsync(Stop)).ShouldBeNull();

    [Theory]
    [InlineData("ordinary", "0001 mapped, 0002 mapped, 0003 mapped")]
    [InlineData("row-without-time", "0002 value-missing, 0001 mapped")]
    [InlineData("row-from-the-future", "0001 mapped, 0002 later")]
    [InlineData("half-tcvn3", "0001 mapped, 0002 encoding-mixed")]
    public async Task A_day_of_the_view_becomes_what_it_should(string day, string expected)
    {
        var seed = Path.Combine(Repository.Connectors, "ConstructionPermits", "stubs", day, "seed.sql");
        await Database.ExecuteAsync(await File.ReadAllTextAsync(seed, Stop));
        var page = await PageAsync(null);
        string.Join(", ", page.Records.Select(record => $"{record.Key[^4..]} {Fate(record, page.Present)}")).ShouldBe(expected);
    }

    private string Fate(SourceRecord record, DateTimeOffset? present) =>
        record.Time > present ? "later"
        : Database.Connector().Map(SourceText.Clean(record, Bench.ModuleOf("ConstructionPermits").Manifest.Text)) is MapResult
            .Rejected rejected ? rejected.Code
        : "mapped";

    private protected async Task<Fault?> FaultAsync() => (await Database.Connector().ReadAsync(null, Stop)).Fault;

    private async Task<SourcePage> PageAsync(Position? from, int pageSize = 500) =>
        (await Database.Connector(pageSize).ReadAsync(from, Stop)).Succeeded(out var page, out var fault)
            ? page
            : throw new InvalidOperationException(fault.Message);

    private protected async Task<(List<SourceRecord> Records, List<Position> Positions)> ReadAllAsync(Position? from, int pageSize)
    {
        var (records, positions) = (new List<SourceRecord>(), new List<Position>());
        for (var more = true; more;)
        {
            var page = await PageAsync(from, pageSize);
            records.AddRange(page.Records);
            positions.Add(page.Next);
            (from, more) = (page.Next, page.HasMore);
            positions.Count.ShouldBeLessThan(1000, "the pages never end");
        }

        return (records, positions);
    }

    private static DateTimeOffset At(string local) => WireDates.TryReadInstant(local, out var time) ? time : throw new FormatException(local);
}
