using IntegrationHub.Connectors.ConstructionPermits;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Sql;

public sealed class SqliteReadingTests : SqlReadingContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string DatabasePath => ((SqlitePermits)Database).Path;

    [Fact]
    public async Task A_file_that_is_not_there_is_transient_with_its_path()
    {
        var connector = new ConstructionPermitsConnector(new() { Database = $"{DatabasePath}.gone" });
        (await connector.ReadAsync(null, Stop)).Fault.ShouldBeOfType<Fault.Transient>().Message.ShouldContain($"{DatabasePath}.gone");
        File.Exists($"{DatabasePath}.gone").ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_drift()
    {
        await File.WriteAllTextAsync($"{DatabasePath}.txt", new string('x', 4096), Stop);
        var connector = new ConstructionPermitsConnector(new() { Database = $"{DatabasePath}.txt" });
        (await connector.ReadAsync(null, Stop)).Fault.ShouldBeOfType<Fault.Drift>();
    }

    [Theory]
    [InlineData("2026-13-45 08:00:00")]
    [InlineData("2026-01-05T08:00:00")]
    [InlineData("2026-01-05 08:00:00.50")]
    [InlineData("05/01/2026 08:00:00")]
    [InlineData("25/01/2026 08:00:00")]
    public async Task A_time_in_another_form_stops_the_stream_by_name(string updatedAt)
    {
        await Database.InsertAsync(("a", updatedAt));
        (await FaultAsync()).ShouldBeOfType<Fault.Drift>().Message.ShouldContain("updated_at");
    }

    [Fact]
    public async Task Nothing_can_be_written_even_by_a_query_that_tries()
    {
        var reader = new SqlReader(SqlDatabase.Sqlite(DatabasePath), new()
        {
            Query = "insert into giay_phep (ma_ho_so) values ('x') returning ma_ho_so, updated_at",
            UndatedQuery = "select ma_ho_so, updated_at from giay_phep limit @limit",
            TimeColumn = "updated_at",
            KeyColumn = "ma_ho_so",
        });
        (await reader.ReadAsync(null, Stop)).Fault.ShouldNotBeNull();
        (await Database.Connector().ReadAsync(null, Stop)).Value!.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_that_does_not_go_on_is_told_instead_of_read_for_ever()
    {
        await Database.InsertAsync(("a", "2026-01-05 08:00:00"));
        var reader = new SqlReader(SqlDatabase.Sqlite(DatabasePath), new()
        {
            Query = "select ma_ho_so, updated_at from giay_phep where @time is not null and coalesce(@key, '') is not null limit @limit",
            UndatedQuery = "select ma_ho_so, updated_at from giay_phep where 1 = 0 limit @limit",
            TimeColumn = "updated_at",
            KeyColumn = "ma_ho_so",
            PageSize = 1,
        });
        var page = (await reader.ReadAsync(null, Stop)).Value!;
        (await reader.ReadAsync(page.Next, Stop)).Fault.ShouldBeOfType<Fault.Drift>().Message.ShouldContain("would never end");
    }

    // The driver blocks its thread, also while it waits for a lock; of the shared ones there are few.
    [Fact]
    public async Task A_file_that_its_owner_has_locked_blocks_no_thread_of_others()
    {
        await Database.InsertAsync(("a", "2026-01-05 08:00:00"));
        await using var owner = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        await owner.OpenAsync(Stop);
        await using (var lockIt = owner.CreateCommand())
        {
            lockIt.CommandText = "pragma journal_mode = delete; begin exclusive";
            await lockIt.ExecuteNonQueryAsync(Stop);
        }

        var read = Database.Connector().ReadAsync(null, Stop);
        var check = ((IConnectionCheck)Database.Connector()).CheckAsync(Stop);
        read.IsCompleted.ShouldBeFalse();
        check.IsCompleted.ShouldBeFalse();
        await owner.CloseAsync();

        (await read).Value!.Records.Count.ShouldBe(1);
        (await check).ShouldBeNull();
    }

    [Fact]
    public async Task A_cancelled_read_is_no_fault_of_the_source() =>
        await Should.ThrowAsync<OperationCanceledException>(() => Database.Connector().ReadAsync(null, new CancellationToken(canceled: true)));

    private protected override Task<PermitDatabase> CreateDatabaseAsync() => Task.FromResult<PermitDatabase>(new SqlitePermits());
}
