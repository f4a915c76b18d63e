using IntegrationHub.Contracts;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Faults;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Reconcile;
using IntegrationHub.Hub.Schedule;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationHub.Hub;

/// <summary>
/// Adds the engine. The composition root adds the connectors (keyed), the target, the clock and the source of randomness.
/// </summary>
public static class HubServices
{
    /// <summary>Adds the engine and its workers.</summary>
    /// <param name="services">Where to add.</param>
    /// <param name="options">The hub's settings, checked.</param>
    /// <param name="connectors">The connectors that the configuration names.</param>
    public static IServiceCollection AddHub(
        this IServiceCollection services, HubOptions options, IReadOnlyList<RegisteredConnector> connectors)
    {
        services.AddSingleton(options);
        foreach (var connector in connectors)
            services.AddSingleton(connector);

        services.AddLedger(options);
        AddStore(services);
        AddLeases(services);
        AddFlows(services, options);
        services.AddSingleton<HubControl>().AddSingleton<IHubControl>(s => s.GetRequiredService<HubControl>());
        services.AddSingleton<IEngineWatch, EngineWatch>();
        services.AddHubSchedule(options, connectors);
        services.AddHostedService<Watchdog>().AddHostedService<TargetGreeting>().AddHostedService<RunRequestWorker>().AddHostedService<DeliverWorker>();
        return services;
    }

    /// <summary>Brings the ledger up to date and takes up what the last process left; before anything runs.</summary>
    public static async Task StartHubAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<LedgerDatabase>().Migrate();
        await services.GetRequiredService<Recovery>().RunAsync(cancellationToken);
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton(s => new Fingerprint(string.Join('+', s.GetServices<RegisteredConnector>()
            .Where(c => c.Configured)
            .Select(c => s.GetRequiredKeyedService<ISourceConnector>(c.Id).GetType().Module.ModuleVersionId)
            .Append(typeof(Dossier).Module.ModuleVersionId)
            .Append(typeof(HubServices).Module.ModuleVersionId)
            .Distinct().Order())));
        services.AddSingleton(s => new QuarantineWaits(s.GetRequiredService<HubOptions>().Waits));
        services.AddSingleton<Recovery>();
        services.AddSingleton<ICollectStore, CollectStore>();
        services.AddSingleton<IDeliverStore, DeliverStore>();
        services.AddSingleton<IReconcileStore, ReconcileStore>();
        services.AddSingleton<OperatorStore>();
        services.AddSingleton<CallbackJournal>();
        services.AddSingleton<ICallbackJournal>(s => s.GetRequiredService<CallbackJournal>());
        services.AddSingleton<ICallbackInbox>(s => s.GetRequiredService<CallbackJournal>());
    }

    // The heartbeat is the first to start and the last to stop: whatever works, works under its leases.
    private static void AddLeases(IServiceCollection services)
    {
        services.TryAddSingleton(s => NodeId.OfThisProcess(s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LeaseKeeper>().AddSingleton<NodeClock>();
        services.AddSingleton<RangeShare>().AddSingleton<IRanges>(s => s.GetRequiredService<RangeShare>());
        services.AddHostedService<Heartbeat>();
    }

    private static void AddFlows(IServiceCollection services, HubOptions options)
    {
        services.AddSingleton<IIdSource, CountingIds>();
        services.AddSingleton(s => new Backoff(options.Waits, s.GetRequiredService<Random>()));
        services.AddSingleton<FlowMeter>().AddSingleton<OutboxSignal>().AddSingleton<RunRequests>();
        services.AddSingleton<TargetCircuit>().AddSingleton<DeliveryGate>().AddSingleton<TargetWatch>().AddSingleton<TargetBinding>();
        services.AddSingleton<TargetProbe>().AddSingleton<RetryBudget>().AddSingleton<DueRows>();
        services.AddSingleton(s =>
            ActivatorUtilities.CreateInstance<BaseFinder>(s, TargetReads.Brief(s.GetRequiredService<TimeProvider>())));
        services.AddSingleton<Sources>().AddSingleton<RecordMapper>().AddSingleton<CollectFlow>().AddSingleton<Collector>();
        services.AddSingleton<Settler>().AddSingleton<QueryFirst>().AddSingleton<DeliverFlow>();
        services.AddSingleton(s => TargetReads.Patient(s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Descent>().AddSingleton<Comparison>().AddSingleton<ReconcileFlow>().AddSingleton<Reconciler>();
    }
}
