using Dapper;
using Npgsql;

namespace IntegrationHub.Hub.Tests.Store.Migrations;

/// <summary>On PostgreSQL, where several nodes start on one ledger.</summary>
public sealed class WhenNodesMigrateTogether : IDisposable
{
    private readonly TestStore store = new(TestEngine.Postgres);

    [Fact]
    public async Task Each_migration_is_made_once()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => store.Ledger()).ToList();
        await Task.WhenAll(nodes.Select(node => Task.Run(node.Migrate)));

        await using var db = store.Open();
        (await db.QueryAsync<string>("select scriptname from schemaversions")).ShouldBeUnique();
        (await nodes[0].MissingMigrationsAsync()).ShouldBeEmpty();
        nodes.ForEach(node => node.Dispose());
    }

    [Fact]
    public async Task One_that_dies_in_the_middle_leaves_it_to_the_next()
    {
        store.MakeBefore();
        await using var db = (NpgsqlConnection)store.Open();
        await using (var busy = await db.BeginTransactionAsync())
        {
            await db.ExecuteAsync("lock table lease in row exclusive mode");   // as somebody who writes it
            using var dies = store.Ledger();
            var migrating = Task.Run(dies.Migrate);
            await Eventually.TrueAsync(() => store.Waiting("%lease_epoch%") == 1);
            await db.ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = current_setting('application_name') "
                + "and wait_event_type = 'Lock'");
            await Should.ThrowAsync<InvalidOperationException>(() => migrating);
        }

        (await db.QuerySingleAsync<string>("select coalesce(to_regclass('commit_mark')::text, 'none')")).ShouldBe("none");
        using var next = store.Ledger();
        next.Migrate();
        (await next.MissingMigrationsAsync()).ShouldBeEmpty();
    }

    public void Dispose() => store.Dispose();
}
