using IntegrationHub.Hub.Read;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Hub.Schedule;

/// <summary>Runs a source soon after a callback came in, a moment later so that a burst is read in pages and not one by one.</summary>
internal sealed class RunRequestWorker(RunRequests requests, Sources sources, Collector collector, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var connector = await requests.NextAsync(stoppingToken);
            await Task.Delay(Gather, clock, stoppingToken);
            if (sources.Find(connector) is not { } source)
                continue;
            if (await collector.TryBeginAsync(source, "callback", stoppingToken) is { Done: var done })
                await done;
            else
                requests.AskAgain(connector, clock);
        }
    }
}
