using System.Text;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>On SQLite, whose quota is a small disk.</summary>
public sealed class WhenRoomGetsShort : IDisposable
{
    private const int Quota = 16;
    private const int Full = 13;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-test-").FullName;
    private readonly TestHub hub;

    public WhenRoomGetsShort() => hub = new(TestEngine.Sqlite) { Options = { LedgerQuotaMiB = Quota, LowSpaceMiB = 0 } };

    [Fact]
    public async Task No_source_is_read_and_what_is_there_is_delivered()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier("H40.13-260302-0001"));
        await hub.CollectAsync();
        GetsShort();

        (await BeginAsync()).ShouldBeNull();
        source.Asked.Count.ShouldBe(1);
        await hub.DeliverAsync();
        hub.Outbox.ShouldBe("0 1 0 0");

        HasRoom();
        (await hub.CollectAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_run_under_way_ends_after_its_page_and_goes_on_from_there()
    {
        var source = hub.Source();
        source.PageSize = 1;
        for (var i = 0; i < 3; i++)
            source.Add($"k{i}", Make.Day.AddSeconds(i), Make.Dossier($"H40.13-260302-{i:D4}"));
        source.AfterReading = _ =>
        {
            GetsShort();
            return Task.CompletedTask;
        };
        await hub.CollectAsync();
        hub.Receipts.ShouldBe("1 0 0 0 1");

        HasRoom();
        source.AfterReading = _ => Task.CompletedTask;
        await hub.CollectAsync();
        hub.Receipts.ShouldBe("3 0 0 0 3");
    }

    [Fact]
    public async Task The_hub_says_so_and_is_not_ready()
    {
        hub.Source();
        (await hub.Get<IReadiness>().WhyNotAsync()).ShouldBeNull();
        GetsShort();

        (await hub.Get<IReadiness>().WhyNotAsync()).ShouldNotBeNull().ShouldContain("Hub:LowSpaceMiB");
        (await hub.Get<IHubControl>().StartRunAsync("alpha", default)).Problem.ShouldNotBeNull().Code.ShouldBe("ledger-short-of-room");
        HasRoom();
        (await hub.Get<IReadiness>().WhyNotAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Callbacks_are_taken_until_it_gets_shorter_still()
    {
        hub.AddCallbacks("land");
        var inbox = hub.Get<ICallbackInbox>();
        GetsShort();
        (await inbox.JournalAsync("land", new("update", "1", "{}"), default)).ShouldBeTrue();

        GetsShort(4 * (Quota + 1));
        (await inbox.JournalAsync("land", new("update", "2", "{}"), default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_write_that_finds_none_fails_alone_and_the_next_goes_on_when_there_is_room()
    {
        var path = Path.Combine(folder, "hub.db");
        var written = 0;
        using (var small = new SqliteLedger(path, quota: 1 << 20))
        {
            small.Migrate();
            var full = await Should.ThrowAsync<SqliteException>(async () =>
            {
                for (; ; written++)
                    await WriteAsync(small, written);
            });
            full.SqliteErrorCode.ShouldBe(Full);
            written.ShouldBeGreaterThan(5);
            small.FreeBytes.ShouldNotBeNull().ShouldBeLessThan(1 << 17);
            (await CountAsync(small)).ShouldBe(written);
            await small.WriteAsync(sql => sql.Run("delete from ledger_value where name = 'v0'"), default);
            await WriteAsync(small, written);   // in its place
        }

        using var larger = new SqliteLedger(path, quota: 2 << 20);
        (await larger.DamageAsync()).ShouldBeEmpty();
        (await CountAsync(larger)).ShouldBe(written);
        await WriteAsync(larger, written + 1);
    }

    private static Task<int> WriteAsync(SqliteLedger ledger, int number) => ledger.WriteAsync(
        sql => sql.Run("insert into ledger_value (name, value) values ($1, $2)", $"v{number}", new StringBuilder().Append('x', 1 << 16).ToString()),
        default);

    private static Task<long> CountAsync(SqliteLedger ledger) =>
        ledger.QueryAsync(sql => sql.Scalar<long>("select count(*) from ledger_value"));

    private void GetsShort(int low = Quota + 1) => Turn(low);

    private void HasRoom() => Turn(0);

    // It is not looked at all the time.
    private void Turn(int low)
    {
        hub.Options.LowSpaceMiB = low;
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private Task<Started?> BeginAsync() =>
        hub.Get<Collector>().TryBeginAsync(hub.Get<Sources>().Find("alpha")!, Triggers.Schedule, default);

    public void Dispose()
    {
        hub.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
