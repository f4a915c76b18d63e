using Dapper;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Store.Migrations;

public sealed class WhenTheSchemaGrows : IDisposable
{
    private readonly TestStore store = new();

    private static string Engine => TestStore.Chosen.ToString();

    private static IEnumerable<string> Known => typeof(LedgerDatabase).Assembly.GetManifestResourceNames()
        .Where(name => name.Contains($".{Engine}.Migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [Fact]
    public async Task What_the_version_before_left_is_taken_up_and_it_can_still_work_on_it()
    {
        store.MakeBefore();
        store.LiveBefore(life: 1);
        using var ledger = store.Ledger();
        (await ledger.MissingMigrationsAsync()).ShouldBe(Known.Skip(1));
        ledger.Migrate();
        (await ledger.MissingMigrationsAsync()).ShouldBeEmpty();
        (await Invariants.CheckAsync(ledger)).ShouldBeEmpty();

        store.LiveBefore(life: 2);
        (await Invariants.CheckAsync(ledger)).ShouldBeEmpty();
        (await ledger.ReadAsync(db => db.Query<string>("select number from dossier where acked_version is not null order by number").ToList()))
            .ShouldBe(["n1", "n2"]);
    }

    [Fact]
    public async Task What_the_version_before_left_is_as_the_migrations_make_it_anew()
    {
        using var anew = new TestStore();
        using (var ledger = anew.Ledger())
            ledger.Migrate();
        store.MakeBefore();
        store.LiveBefore(life: 1);
        using var grown = store.Ledger();
        grown.Migrate();

        (await ColumnsAsync(store)).ShouldBe(await ColumnsAsync(anew));
    }

    [Fact]
    public async Task A_migration_that_fails_half_way_leaves_nothing_and_the_next_start_completes_it()
    {
        store.MakeBefore();
        var (obstacle, inTheWay, first) = TestStore.Chosen is TestEngine.Sqlite
            ? ("create table node (x integer)", "drop table node", "lease")
            : ("create index run_source on run (id)", "drop index run_source", "commit_mark");
        await ExecuteAsync(obstacle);
        using var ledger = store.Ledger();

        Should.Throw<InvalidOperationException>(ledger.Migrate).Message.ShouldContain(".0002_");
        (await ColumnsAsync(store)).ShouldNotContain(column => column.StartsWith(first + ".", StringComparison.Ordinal));
        (await ledger.MissingMigrationsAsync()).ShouldBe(Known.Skip(1));
        store.LiveBefore(life: 1);

        await ExecuteAsync(inTheWay);
        ledger.Migrate();
        (await ledger.MissingMigrationsAsync()).ShouldBeEmpty();
        (await Invariants.CheckAsync(ledger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_of_a_newer_version_is_worked_on_and_told()
    {
        using var ledger = store.Ledger();
        ledger.Migrate();
        (await ledger.NewerMigrationsAsync()).ShouldBeEmpty();
        await ExecuteAsync($"insert into schemaversions (scriptname, applied) values ('x.{Engine}.Migrations.0099_later.sql', current_timestamp)");

        (await ledger.NewerMigrationsAsync()).ShouldBe([$"x.{Engine}.Migrations.0099_later.sql"]);
        ledger.Migrate();
        (await ledger.MissingMigrationsAsync()).ShouldBeEmpty();
        (await Invariants.CheckAsync(ledger)).ShouldBeEmpty();
    }

    // By name and column: what an engine writes beside them of its own differs with the way that was taken.
    private static async Task<IReadOnlyList<string>> ColumnsAsync(TestStore of)
    {
        await using var db = of.Open();
        return [.. await db.QueryAsync<string>(TestStore.Chosen is TestEngine.Sqlite
            ? "select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' order by 1"
            : "select table_name || '.' || column_name from information_schema.columns where table_schema = current_schema() order by 1")];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = store.Open();
        await db.ExecuteAsync(sql);
    }

    public void Dispose() => store.Dispose();
}
