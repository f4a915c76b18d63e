using Dapper;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>A ledger alone, without the engine that works on it.</summary>
internal sealed class TestLedger : IDisposable
{
    private readonly TestStore store;
    private readonly ServiceProvider services;

    /// <summary>Makes an empty one.</summary>
    /// <param name="engine">What keeps it; null where it does not matter.</param>
    /// <param name="through">A port on this machine that stands between the hub and PostgreSQL.</param>
    /// <param name="server">Another PostgreSQL than the one of all tests.</param>
    /// <param name="clock">The hub's clock.</param>
    public TestLedger(TestEngine? engine = null, int? through = null, string? server = null, TimeProvider? clock = null)
    {
        store = new(engine, server);
        services = Open(through is { } port ? Through(port) : store.Setting, clock ?? TimeProvider.System);
        Get<LedgerDatabase>().Migrate();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<T> DecideAsync<T>(Need need, Func<Slice, T> decide) => Get<ILedger>().DecideAsync(need, decide, default);

    public Task DecideAsync(Need need, Action<Slice> decide) => Get<ILedger>().DecideAsync(need, decide, default);

    /// <summary>Asks past the hub.</summary>
    public T Sql<T>(string sql)
    {
        using var db = store.Open();
        return db.ExecuteScalar<T>(sql)!;
    }

    /// <summary>Brings the ledger into a state that is rare to come by.</summary>
    public Task PlantAsync(string statement) => store.PlantAsync(statement);

    /// <inheritdoc cref="TestStore.Waiting"/>
    public long Waiting(string like) => store.Waiting(like);

    /// <summary>Nobody has prolonged a lease for long.</summary>
    public Task ExpireLeasesAsync() =>
        PlantAsync($"update lease set expires_at = {(Get<LedgerDatabase>() is SqliteLedger ? "0" : "'-infinity'")}");

    public void Dispose()
    {
        services.Dispose();
        store.Dispose();
    }

    private string Through(int port) => "postgres:" + new NpgsqlConnectionStringBuilder(store.Setting["postgres:".Length..])
    {
        Host = "127.0.0.1",
        Port = port,
        Pooling = true,
    }.ConnectionString;

    private static ServiceProvider Open(string setting, TimeProvider clock)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(clock);
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        collection.AddLedger(new() { Store = setting });
        return collection.BuildServiceProvider();
    }
}
