using System.Data;
using System.Data.Common;
using Dapper;
using DbUp;
using IntegrationHub.Hub.Views;
using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>The ledger on PostgreSQL: several processes at once, each decision in a transaction of its own.</summary>
internal sealed class PostgresLedger : LedgerDatabase
{
    // A process that is stopped in the middle of a transaction holds its locks; the server takes them away before its leases end.
    private const string SessionSettings = "-c idle_in_transaction_session_timeout=8000 -c lock_timeout=8000 -c jit=off";

    private const string Missing = "42P01";
    private const long MigrationLock = 0x4855_4220_4d49_4752;   // "HUB MIGR"

    private readonly NpgsqlConnectionStringBuilder settings;
    private readonly Lazy<NpgsqlDataSource> source;

    /// <summary>Makes the ledger; opens nothing yet.</summary>
    /// <param name="connectionString">As Npgsql understands it. What is set there goes over what the hub would choose.</param>
    public PostgresLedger(string connectionString)
    {
        settings = new(connectionString) { Enlist = false };
        Prefer("Application Name", "hub-server");
        Prefer("Max Auto Prepare", "200");
        Prefer("Keepalive", "10");
        Prefer("Timeout", "10");
        Prefer("Command Timeout", "60");
        Prefer("Maximum Pool Size", "40");
        Prefer("Options", SessionSettings);
        source = new(() => NpgsqlDataSource.Create(settings.ConnectionString));
    }

    /// <inheritdoc/>
    public override string Name => $"PostgreSQL {settings.Database} at {settings.Host}:{settings.Port}";

    /// <inheritdoc/>
    public override bool Exists => true;

    internal override ViewsDialect Dialect => ViewsDialect.Postgres;

    private protected override string Migrations => ".Postgres.Migrations.";

    internal NpgsqlDataSource Source => source.Value;

    /// <inheritdoc/>
    public override IDisposable Hold() => new Nothing();

    // Nodes that start together migrate one after the other, however long the first one takes.
    /// <inheritdoc/>
    public override void Migrate()
    {
        using var turn = Source.OpenConnection();
        turn.Execute("set lock_timeout = 0");
        turn.Execute("select pg_advisory_lock(@MigrationLock)", new { MigrationLock }, commandTimeout: 0);
        var result = DeployChanges.To
            .PostgresqlDatabase(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString)
            .WithScriptsEmbeddedInAssembly(typeof(PostgresLedger).Assembly, IsMigration)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        turn.Execute("select pg_advisory_unlock(@MigrationLock)", new { MigrationLock });
        if (!result.Successful)
            throw new InvalidOperationException(
                $"Migration {result.ErrorScript?.Name ?? "?"} of {Name} failed: {result.Error.Message}", result.Error);
    }

    internal override async Task<T> ReadAsync<T>(Func<DbConnection, T> read)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        return read(connection);
    }

    private protected override async Task<IReadOnlyCollection<string>> AppliedAsync()
    {
        try
        {
            return await ReadAsync<IReadOnlyCollection<string>>(db => [.. db.Query<string>("select scriptname from schemaversions")]);
        }
        catch (PostgresException none) when (none.SqlState == Missing)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        if (source.IsValueCreated)
            source.Value.Dispose();
    }

    private void Prefer(string key, string value)
    {
        if (!settings.ContainsKey(key) || settings[key] is null or "" || !settings.ShouldSerialize(key))
            settings[key] = value;
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
            // Several processes may work on it; leases keep them apart.
        }
    }
}
