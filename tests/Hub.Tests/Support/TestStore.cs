using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>
/// Where a test keeps its ledger: a SQLite file of its own or, where HUB_TEST_ENGINE says postgres, a schema of its own on the server
/// that HUB_TEST_POSTGRES names. Every test of the engine is so a test of both stores.
/// </summary>
internal sealed class TestStore : IDisposable
{
    private static int last;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-test-").FullName;
    private readonly string? schema;

    public TestStore()
    {
        if (!IsPostgres)
        {
            Setting = $"sqlite:{Path.Combine(folder, "hub.db")}";
            return;
        }

        schema = $"hub_test_{Environment.ProcessId}_{Interlocked.Increment(ref last)}";
        using var db = new NpgsqlConnection(Server);
        db.Execute($"create schema {schema}");
        Setting = $"postgres:{new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema, MaxPoolSize = 10 }.ConnectionString}";
    }

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("HUB_TEST_ENGINE") == "postgres";

    /// <summary>As <c>Hub:Store</c> has it.</summary>
    public string Setting { get; }

    private static string Server { get; } = Environment.GetEnvironmentVariable("HUB_TEST_POSTGRES") ?? "";

    /// <summary>A connection that may write, past the engine.</summary>
    public DbConnection Open()
    {
        DbConnection connection = IsPostgres
            ? new NpgsqlConnection(Setting["postgres:".Length..])
            : new SqliteConnection($"Data Source={Setting["sqlite:".Length..]};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        if (schema is not null)
        {
            using var db = new NpgsqlConnection(Server);
            db.Execute($"drop schema {schema} cascade");
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
