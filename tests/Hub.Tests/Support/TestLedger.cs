using Dapper;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>A ledger alone, without the engine that works on it.</summary>
internal sealed class TestLedger : IDisposable
{
    private readonly TestStore store;
    private readonly ServiceProvider services;

    public TestLedger(TestEngine? engine = null, Func<string, string>? through = null)
    {
        store = new(engine);
        services = Open(store, through ?? (setting => setting));
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

    /// <summary>Nobody has prolonged a lease for long.</summary>
    public Task ExpireLeasesAsync() =>
        PlantAsync($"update lease set expires_at = {(Get<LedgerDatabase>() is SqliteLedger ? "0" : "'-infinity'")}");

    public void Dispose()
    {
        services.Dispose();
        store.Dispose();
    }

    private static ServiceProvider Open(TestStore store, Func<string, string> through)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        collection.AddLedger(new() { Store = through(store.Setting) });
        return collection.BuildServiceProvider();
    }
}
