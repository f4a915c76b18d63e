using IntegrationHub.Hub.Read;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Schedule;

/// <summary>Runs a source soon after a callback came in, a moment later so that a burst is read in pages and not one by one.</summary>
internal sealed class RunRequestWorker(RunRequests requests, Sources sources, Collector collector, TimeProvider clock, ILogger<RunRequestWorker> log) : BackgroundService
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
            if (!await TryRunAsync(source, stoppingToken))
                requests.AskAgain(connector, clock);
        }
    }

    private async Task<bool> TryRunAsync(Source source, CancellationToken cancellationToken)
    {
        try
        {
            if (await collector.TryBeginAsync(source, "callback", cancellationToken) is not { Done: var done })
                return false;
            await done;
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RunNotBegun(log, source.Id, failure);
            return false;
        }
    }
}
