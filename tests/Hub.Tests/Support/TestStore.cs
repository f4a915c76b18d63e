using System.Data.Common;
using Dapper;
using IntegrationHub.Hub.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>The engines that keep a ledger.</summary>
internal enum TestEngine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Where a test keeps its ledger: a SQLite file of its own, or a schema of its own on the server that HUB_TEST_POSTGRES names. Which of
/// them, HUB_TEST_ENGINE says for all tests that do not care: every test of the engine is so a test of both stores.
/// </summary>
internal sealed class TestStore : IDisposable
{
    // What triggers keep on SQLite, the engine keeps on PostgreSQL by its own code; what is planted passes that by.
    private const string Recount = """
        delete from connector_total;
        insert into connector_total (
            connector, lane, read, unchanged, ignored, quarantined, accepted, pending, acknowledged, superseded, dead)
        select c.connector, 0, coalesce(p.read, 0), coalesce(p.unchanged, 0), coalesce(p.ignored, 0), coalesce(p.quarantined, 0),
               coalesce(p.accepted, 0), coalesce(o.pending, 0), coalesce(o.acknowledged, 0), coalesce(o.superseded, 0), coalesce(o.dead, 0)
        from (select connector from page_receipt union select connector from outbox) c
        left join (
            select connector, sum(read) read, sum(unchanged) unchanged, sum(ignored) ignored, sum(quarantined) quarantined,
                   sum(accepted) accepted
            from page_receipt group by connector) p on p.connector = c.connector
        left join (
            select connector, count(*) filter (where state = 0) pending, count(*) filter (where state = 1) acknowledged,
                   count(*) filter (where state = 2) superseded, count(*) filter (where state = 3) dead
            from outbox group by connector) o on o.connector = c.connector
        """;

    private static int last;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-test-").FullName;
    private readonly TestEngine engine;
    private readonly string server;
    private readonly string? schema;

    /// <summary>Makes an empty one.</summary>
    /// <param name="engine">What keeps it; null where it does not matter.</param>
    /// <param name="server">Another server than the one of all tests.</param>
    public TestStore(TestEngine? engine = null, string? server = null)
    {
        this.server = server ?? Server;
        this.engine = engine ?? Chosen;
        if (this.engine is TestEngine.Sqlite)
        {
            Setting = $"sqlite:{Path.Combine(folder, "hub.db")}";
            return;
        }

        Assert.SkipUnless(this.server.Length > 0, "No PostgreSQL is named by HUB_TEST_POSTGRES.");
        schema = $"hub_test_{Environment.ProcessId}_{Interlocked.Increment(ref last)}";
        using var db = new NpgsqlConnection(this.server);
        db.Execute($"create schema {schema}");
        Setting = "postgres:" + new NpgsqlConnectionStringBuilder(this.server)
        {
            SearchPath = schema,
            ApplicationName = schema,
            MaxPoolSize = 10,
        }.ConnectionString;
    }

    /// <summary>The engine of the tests that do not care.</summary>
    public static TestEngine Chosen { get; } =
        Environment.GetEnvironmentVariable("HUB_TEST_ENGINE") == "postgres" ? TestEngine.Postgres : TestEngine.Sqlite;

    /// <summary>The PostgreSQL of all tests; empty where there is none.</summary>
    public static string Server { get; } = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") ?? "";

    /// <summary>As <c>Hub:Store</c> has it.</summary>
    public string Setting { get; }

    /// <summary>The ledger as the hub has it.</summary>
    public LedgerDatabase Ledger() => LedgerDatabases.Open(new() { Store = Setting });

    /// <summary>Lets the others run. A server takes its time, so a clock that a test turns must not outrun it.</summary>
    public async Task TurnAsync()
    {
        if (engine is TestEngine.Postgres)
            await Task.Delay(TimeSpan.FromMilliseconds(2));
        else
            await Task.Yield();
    }

    /// <summary>How many sessions of this ledger wait for others at a statement, on PostgreSQL.</summary>
    public long Waiting(string like)
    {
        using var db = Open();
        return db.QuerySingle<long>(
            "select count(*) from pg_stat_activity where application_name = @schema and wait_event_type = 'Lock' and query like @like",
            new { schema, like });
    }

    /// <summary>A connection that may write, past the engine.</summary>
    public DbConnection Open()
    {
        DbConnection connection = engine is TestEngine.Postgres
            ? new NpgsqlConnection(Setting["postgres:".Length..])
            : new SqliteConnection($"Data Source={Setting["sqlite:".Length..]};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Brings the ledger into a state that is rare to come by.</summary>
    public async Task PlantAsync(string statement)
    {
        await using var db = Open();
        await db.ExecuteAsync(statement);
        if (engine is TestEngine.Postgres)
            await db.ExecuteAsync(Recount);
    }

    public void Dispose()
    {
        if (schema is not null)
        {
            using var db = new NpgsqlConnection(server);
            db.Execute($"drop schema {schema} cascade");
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
