using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Reconcile;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace IntegrationHub.Hub.Schedule;

/// <summary>Quartz is the clock, never the lock: a trigger only asks the collector, which lets one run a source through.</summary>
internal static class HubSchedule
{
    public static void AddHubSchedule(this IServiceCollection services, HubOptions options, IEnumerable<RegisteredConnector> connectors)
    {
        var configured = connectors.Where(c => c.Configured).ToList();
        services.AddQuartz(quartz =>
        {
            if (LedgerDatabases.IsPostgres(options))
                Cluster(quartz, options);
            quartz.UseDefaultThreadPool(PlacesFor(configured.Count));
            quartz.ScheduleJob<ReleaseJob>(trigger => trigger
                .WithIdentity("release")
                .StartNow()
                .WithSimpleSchedule(options.ReleaseEvery));
            if (!options.Schedule)
                return;

            quartz.ScheduleJob<ReconcileJob>(trigger => trigger.WithIdentity("reconcile").WithCronSchedule(options.ReconcileSchedule));
            foreach (var connector in configured)
                quartz.ScheduleJob<CollectJob>(
                    trigger => trigger.WithIdentity($"collect-{connector.Id}").WithCronSchedule(connector.Schedule),
                    job => job.WithIdentity($"collect-{connector.Id}").UsingJobData(CollectJob.ConnectorKey, connector.Id));
        });

        // A run that is told to stop goes on from its position at the next start; one that is only waited for may take hours.
        services.Configure<QuartzSchedulerOptions>(o => o.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    // Several nodes fire a trigger once. What a node that dies had fired is no affair of Quartz: leases and the watchdog see to it.
    private static void Cluster(IQuartzBuilder quartz, HubOptions options)
    {
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(LedgerDatabases.ConnectionOf(options));
            store.ProvisionSchema();
            store.UseClustering();
        });
    }

    // However many sources hang, each has a place for the run under way and one for the time that finds it so; release and reconciliation
    // have theirs. A place is a number and no thread.
    private static int PlacesFor(int sources) => (2 * sources) + 2;
}

/// <summary>Runs a source.</summary>
internal sealed class CollectJob(Sources sources, Collector collector, RunRequests requests, TimeProvider clock) : IJob
{
    public const string ConnectorKey = "connector";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (sources.Find(context.MergedJobDataMap.GetString(ConnectorKey)!) is not { } source)
            return;
        if (await collector.TryBeginAsync(source, Triggers.Schedule, cancellationToken) is { } begun)
            await begun.Done;
        else if (!await collector.IsPausedAsync(source, cancellationToken))
            requests.AskAgain(source.Id, clock);   // a release or another run has its turn, or it wants to be left alone for a while
    }
}

/// <summary>Tries quarantine again.</summary>
[DisallowConcurrentExecution]
internal sealed class ReleaseJob(Collector collector) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await collector.ReleaseDueAsync(new(), cancellationToken);
}

/// <summary>Reconciles.</summary>
internal sealed class ReconcileJob(Reconciler reconciler) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await reconciler.TryBeginAsync("schedule", repair: true, cancellationToken) is { Done: var done })
            await done;
    }
}
