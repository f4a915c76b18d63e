using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Schedule;
using IntegrationHub.Hub.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Leases;

/// <summary>
/// Compares what should have run with what did, whoever was to see to it: a run whose process has died goes on here, a callback that
/// nobody reads is read, and a source that its schedule has passed over runs.
/// </summary>
internal sealed class Watchdog(
    Sources sources,
    RunRequests requests,
    ILeaseStore leases,
    IUpkeepQueries upkeep,
    HubOptions options,
    TimeProvider clock,
    ILogger<Watchdog> log)
    : BackgroundService
{
    private const string Nobody = "";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    // A schedule may be late by the length of a run, or of a take-over; what is later than that was missed.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    private readonly DateTimeOffset began = clock.GetUtcNow();
    private readonly Dictionary<string, DateTimeOffset> told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.WatchFailed(log, failure);
            }

            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Looks once.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var connector in await leases.OrphansAsync(cancellationToken))
            if (sources.Find(connector) is not null)
            {
                Log.RunTakenOver(log, connector);
                requests.Ask(connector);
            }

        await upkeep.AbandonReconciliationsAsync(Nobody, clock.NowMicros(), cancellationToken);
        foreach (var stream in await upkeep.WatchAsync([.. sources.All.Select(source => source.Id)], cancellationToken))
            if (!stream.Paused && sources.Find(stream.Connector) is { } source)
                Look(source, stream);
    }

    private void Look(Source source, WatchedStream stream)
    {
        if (stream.Unread && source.Connector is ICallback)
            requests.Ask(source.Id);
        if (!options.Schedule || MissedAt(source, stream.LastStart) is not { } due || told.GetValueOrDefault(source.Id) == due)
            return;

        told[source.Id] = due;
        Log.RunMissed(log, source.Id, due);
        requests.Ask(source.Id);
    }

    // What was due before this process began is no affair of it: nobody may have been here.
    private DateTimeOffset? MissedAt(Source source, DateTimeOffset? lastStart)
    {
        var since = lastStart > began ? lastStart.Value : began;
        return ScheduleTimes.NextAfter(source.Schedule, since) is { } due && due + Late < clock.GetUtcNow() ? due : null;
    }
}
