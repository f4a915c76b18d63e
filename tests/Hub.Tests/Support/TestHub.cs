using Dapper;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>The engine on a real SQLite file, with sources and a target that the test holds in its hands; nothing runs by itself.</summary>
internal sealed class TestHub : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-test-").FullName;
    private readonly List<(ConnectorManifest Manifest, FakeSource Source)> sources = [];
    private ServiceProvider? services;

    public FakeTarget Target { get; init; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.FromHours(7)));

    private ServiceProvider Services => services ??= Start();

    public FakeSource Source(string id = "alpha", bool owns = true, bool everyStep = false, params string[] members)
    {
        var source = new FakeSource();
        sources.Add((new()
        {
            Id = id,
            Title = id,
            Owner = "test",
            Stream = "dossiers",
            Produces = owns ? ["dossier", "progress"] : ["change", "progress"],
            Owns = owns ? (members.Length == 0 ? ["*"] : members) : [],
            ContractVersion = "1.0",
            Pattern = "sql-view",
            Cursor = "time",
            Lag = TimeSpan.FromMinutes(2),
            Schedule = "0 0 * * * ?",
            EveryStep = everyStep,
            DataClasses = ["technical"],
        }, source));
        return source;
    }

    public async Task<Fault?> CollectAsync(string id = "alpha")
    {
        var store = Services.GetRequiredService<ICollectStore>();
        var run = await store.BeginRunAsync(id, Origins.Source, "test", default);
        var fault = await Services.GetRequiredService<CollectFlow>().CollectAsync(Services.GetRequiredService<Sources>().Find(id)!, run, default);
        await store.EndRunAsync(run, id, fault, pause: false, default);
        return fault;
    }

    /// <summary>Delivers until nothing is due.</summary>
    public async Task DeliverAsync()
    {
        var (store, flow) = (Services.GetRequiredService<IDeliverStore>(), Services.GetRequiredService<DeliverFlow>());
        for (var rounds = 0; Get<DeliveryGate>().Open && await store.DueRangesAsync(default) is { Count: > 0 } ranges; rounds++)
        {
            Assert.True(rounds < 50, "Delivery does not come to rest.");
            foreach (var range in ranges)
                await flow.DeliverAsync(range, (await Target.CapabilitiesAsync(default)).Value!, default);
        }
    }

    public async Task SyncAsync(string id = "alpha")
    {
        (await CollectAsync(id)).ShouldBeNull();
        await DeliverAsync();
    }

    /// <summary>Brings the ledger into a state that is rare to come by.</summary>
    public Task PlantAsync(string statement) => Services.GetRequiredService<SqliteLedger>().WriteAsync(sql => sql.Run(statement), default);

    public Task ReleaseAsync() => Services.GetRequiredService<Collector>().ReleaseDueAsync(default);

    public async Task<ReconciliationResult> ReconcileAsync(bool repair = true)
    {
        var id = await Services.GetRequiredService<IReconcileStore>().BeginReconciliationAsync("test", default);
        return await Services.GetRequiredService<ReconcileFlow>().ReconcileAsync(id, repair, default);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The process dies and starts again on the same ledger.</summary>
    public void Restart()
    {
        services?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        services = null;
    }

    public T Sql<T>(string sql)
    {
        using var db = Services.GetRequiredService<SqliteLedger>().OpenReader();
        return db.ExecuteScalar<T>(sql)!;
    }

    /// <summary>accepted = acknowledged + superseded + pending + dead, as text.</summary>
    public string Outbox => string.Join(' ', Enumerable.Range(0, 4).Select(s => Sql<long>($"select count(*) from outbox where state = {s}")));

    /// <summary>read, unchanged, ignored, quarantined, accepted of all receipts.</summary>
    public string Receipts => Sql<string>("select sum(read) || ' ' || sum(unchanged) || ' ' || sum(ignored) || ' ' || sum(quarantined) || ' ' || sum(accepted) from page_receipt");

    /// <summary>Whatever a scenario did, the ledger must be sound at its end.</summary>
    public void Dispose()
    {
        if (services is not null)
            Invariants.CheckAsync(services.GetRequiredService<SqliteLedger>()).GetAwaiter().GetResult().ShouldBeEmpty();
        services?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private ServiceProvider Start()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(new Random(7));
        collection.AddSingleton<ITarget>(Target);
        collection.AddSingleton<TargetCounters>();
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        foreach (var (manifest, source) in sources)
            collection.AddKeyedSingleton<ISourceConnector>(manifest.Id, source);
        collection.AddHub(
            new() { Store = $"sqlite:{Path.Combine(folder, "hub.db")}", Schedule = false },
            [.. sources.Select(s => new RegisteredConnector(s.Manifest, s.Manifest.Schedule, []))]);
        var provider = collection.BuildServiceProvider();
        provider.StartHubAsync(default).GetAwaiter().GetResult();
        return provider;
    }
}
