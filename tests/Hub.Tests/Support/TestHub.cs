using Dapper;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>The engine on a real ledger, with sources and a target that the test holds in its hands; nothing runs by itself.</summary>
/// <param name="engine">What keeps the ledger; null where it does not matter.</param>
internal sealed class TestHub(TestEngine? engine = null) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestStore store = new(engine);
    private readonly List<(ConnectorManifest Manifest, Func<IServiceProvider, ISourceConnector> Make)> sources = [];
    private readonly List<RegisteredConnector> misconfigured = [];
    private readonly Lifetime lifetime = new();
    private ServiceProvider? services;

    public FakeTarget Target { get; init; } = new();

    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.FromHours(7)));

    /// <summary>Whether the schedule is set up; it is never started.</summary>
    public bool Schedule { get; init; }

    /// <summary>The hub's settings.</summary>
    public HubOptions Options { get; } = new();

    private ServiceProvider Services => services ??= Start();

    public FakeSource Source(string id = "alpha", bool owns = true, bool everyStep = false, params string[] members)
    {
        var source = new FakeSource();
        Add(id, _ => source, manifest => manifest with
        {
            Produces = owns ? ["dossier", "progress"] : ["change", "progress"],
            Owns = owns ? (members.Length == 0 ? ["*"] : members) : [],
            EveryStep = everyStep,
        });
        return source;
    }

    /// <summary>A source that calls the hub. Get it with <see cref="Callbacks"/>.</summary>
    public void AddCallbacks(string id) => Add(
        id,
        services => new FakeCallbacks(id, services.GetRequiredService<ICallbackJournal>()),
        manifest => manifest with { Cursor = "sequence", Pattern = "callback" });

    /// <summary>A connector that is shown and does not run.</summary>
    public void AddMisconfigured(string id, SettingProblem problem) => misconfigured.Add(new(Manifest(id), "0 0 * * * ?", [problem]));

    public FakeCallbacks Callbacks(string id) => (FakeCallbacks)Services.GetRequiredKeyedService<ISourceConnector>(id);

    /// <summary>Runs a source through the collector, to its end.</summary>
    public async Task<Fault?> CollectAsync(string id = "alpha")
    {
        var source = Services.GetRequiredService<Sources>().Find(id)!;
        var begun = await Services.GetRequiredService<Collector>().TryBeginAsync(source, "test", default);
        return await begun.ShouldNotBeNull("The run could not begin.").Done;
    }

    /// <summary>Delivers until nothing is due.</summary>
    public async Task DeliverAsync()
    {
        await Get<TargetProbe>().AskIfDueAsync(default);
        var (store, flow) = (Services.GetRequiredService<IDeliverStore>(), Services.GetRequiredService<DeliverFlow>());
        for (var rounds = 0; Get<DeliveryGate>().Open && await store.DueRangesAsync(default) is { Count: > 0 } ranges; rounds++)
        {
            Assert.True(rounds < 50, "Delivery does not come to rest.");
            foreach (var range in ranges)
                await flow.DeliverAsync(new(range), (await Target.CapabilitiesAsync(default)).Value!, default);
        }
    }

    public async Task SyncAsync(string id = "alpha")
    {
        (await CollectAsync(id)).ShouldBeNull();
        await DeliverAsync();
    }

    /// <summary>Brings the ledger into a state that is rare to come by.</summary>
    public async Task PlantAsync(string statement)
    {
        _ = Services;
        await store.PlantAsync(statement);
    }

    /// <summary>The packets of a dossier, as decisions see them.</summary>
    public Task<DossierPackets> PacketsAsync(string number) => Get<ILedger>().DecideAsync(
        new() { Numbers = [number], Deep = _ => true }, slice => slice.PacketsOf(number), default);

    public Task<Release> ReleaseAsync() => Services.GetRequiredService<Collector>().ReleaseDueAsync(new(), default);

    public async Task<Reconciled> ReconcileAsync(bool repair = true)
    {
        var id = await Services.GetRequiredService<IReconcileStore>().BeginReconciliationAsync("test", default);
        var findings = await Services.GetRequiredService<ReconcileFlow>().ReconcileAsync(id, repair, default);
        return new(findings, await Get<LedgerDatabase>().ReadAsync(db => db.Query<Found>(
            "select number, kind, members, resolution from difference where reconciliation_id = @id order by number", new { id }).ToList()));
    }

    /// <summary>A worker of the engine, not started.</summary>
    public T Worker<T>()
        where T : IHostedService => ActivatorUtilities.CreateInstance<T>(Services);

    /// <summary>Turns the clock on, a little at a time, until what waits for it is done.</summary>
    public async Task TurnUntilAsync(Task done)
    {
        await TurnUntilAsync(() => done.IsCompleted);
        await done;
    }

    /// <inheritdoc cref="TurnUntilAsync(Task)"/>
    public async Task TurnUntilAsync(Func<bool> done)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!done())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "The clock turns and nothing comes of it.");
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await store.TurnAsync();
        }
    }

    /// <summary>Lets the others run, without turning the clock, until so many have begun to wait for it.</summary>
    public Task UntilWaitsAsync(int waits) => UntilAsync(() => Clock.Waits >= waits);

    /// <summary>Lets the others run, without turning the clock.</summary>
    public static async Task UntilAsync(Func<bool> done)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!done())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "The others run and nothing comes of it.");
            await Task.Yield();
        }
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The process dies and starts again on the same ledger.</summary>
    public void Restart()
    {
        services?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        services = null;
        TakeOverAsync().GetAwaiter().GetResult();
    }

    // As the heartbeat does with every range that it takes.
    private async Task TakeOverAsync()
    {
        for (var range = 0; range < Resources.Ranges; range++)
            await Get<IDeliverStore>().AbandonAttemptsAsync(new(range), default);
    }

    public T Sql<T>(string sql) => Get<LedgerDatabase>().ReadAsync(db => db.ExecuteScalar<T>(sql)!).GetAwaiter().GetResult();

    /// <summary>accepted = acknowledged + superseded + pending + dead, as text.</summary>
    public string Outbox => string.Join(' ', Enumerable.Range(0, 4).Select(s => Sql<long>($"select count(*) from outbox where state = {s}")));

    /// <summary>read, unchanged, ignored, quarantined, accepted of all receipts.</summary>
    public string Receipts => Sql<string>("""
        select sum(read) || ' ' || sum(unchanged) || ' ' || sum(ignored) || ' ' || sum(quarantined) || ' ' || sum(accepted)
        from page_receipt
        """);

    /// <summary>Whatever a scenario did, the ledger must be sound at its end.</summary>
    public void Dispose()
    {
        if (services is not null)
            Invariants.CheckAsync(services.GetRequiredService<LedgerDatabase>()).GetAwaiter().GetResult().ShouldBeEmpty();
        services?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        store.Dispose();
    }

    private void Add(string id, Func<IServiceProvider, ISourceConnector> make, Func<ConnectorManifest, ConnectorManifest> special) =>
        sources.Add((special(Manifest(id)), make));

    public static ConnectorManifest Manifest(string id) => new()
    {
        Id = id,
        Title = id,
        TitleVi = id,
        Owner = "test",
        Stream = "dossiers",
        Produces = [],
        ContractVersion = "1.0",
        Pattern = "sql-view",
        Cursor = "time",
        Lag = TimeSpan.FromMinutes(2),
        Schedule = "0 0 * * * ?",
        DataClasses = ["technical"],
    };

    private ServiceProvider Start()
    {
        (Options.Store, Options.Schedule) = (store.Setting, Schedule);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(new Random(7));
        collection.AddSingleton<ITarget>(Target);
        collection.AddSingleton<IHostApplicationLifetime>(lifetime);
        collection.AddSingleton<TargetCounters>();
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        foreach (var (manifest, make) in sources)
            collection.AddKeyedSingleton(manifest.Id, (services, _) => make(services));
        collection.AddHub(
            Options,
            [.. sources.Select(s => new RegisteredConnector(s.Manifest, s.Manifest.Schedule, [])), .. misconfigured]).AddHubViews();
        collection.AddSingleton<IRanges, AllRanges>();
        var provider = collection.BuildServiceProvider();
        provider.StartHubAsync(default).GetAwaiter().GetResult();
        return provider;
    }

    /// <summary>This node's are all ranges, without leases: whatever the clock of a test does, they stay its own.</summary>
    private sealed class AllRanges : IRanges
    {
        public bool Has(int range) => true;

        public DeliveryRange? Enter(int range) => new(range);

        public void Leave(DeliveryRange range)
        {
            // Nobody else waits for it.
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => throw new NotSupportedException();
    }
}

/// <summary>A reconciliation: its totals, and what it wrote into the log.</summary>
internal sealed record Reconciled(Findings Totals, IReadOnlyList<Found> Differences);

/// <summary>A difference in the log.</summary>
internal sealed record Found(string Number, string Kind, string Members, string Resolution);
