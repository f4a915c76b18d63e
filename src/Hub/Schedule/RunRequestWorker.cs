using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Read;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Schedule;

/// <summary>
/// Runs a source soon after a callback came in, a moment later so that a burst is read in pages and not one by one; and one that
/// its schedule could not begin. Each source runs by itself: a long run of one delays no other.
/// </summary>
internal sealed class RunRequestWorker(
    RunRequests requests, Sources sources, Collector collector, TimeProvider clock, ILogger<RunRequestWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var runs = new List<Task>();
        try
        {
            AskForWhatIsJournaled();
            while (!stoppingToken.IsCancellationRequested)
            {
                var connector = await requests.NextAsync(stoppingToken);
                runs.RemoveAll(run => run.IsCompleted);
                if (sources.Find(connector) is { } source)
                    runs.Add(RunAsync(source, stoppingToken));
            }
        }
        finally
        {
            await Task.WhenAll(runs);
        }
    }

    // What the last process journaled and did not read waits for no schedule and no further callback.
    private void AskForWhatIsJournaled()
    {
        foreach (var source in sources.All.Where(s => s.Connector is ICallback))
            requests.Ask(source.Id);
    }

    private async Task RunAsync(Source source, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Gather, clock, cancellationToken);
            if (!await RunThroughAsync(source, cancellationToken))
                requests.AskAgain(source.Id, clock);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops; the journal is read at the next start.
        }
        catch (Exception failure)
        {
            Log.RunNotBegun(log, source.Id, failure);
            requests.AskAgain(source.Id, clock);
        }
    }

    // What a callback woke and failed is read by no schedule soon; a polled source is left to its own.
    private async Task<bool> RunThroughAsync(Source source, CancellationToken cancellationToken)
    {
        var calls = source.Connector is ICallback;
        var begun = await collector.TryBeginAsync(source, calls ? Triggers.Callback : Triggers.Schedule, cancellationToken);
        return begun is not null && (await begun.Done is null || !calls);
    }
}
