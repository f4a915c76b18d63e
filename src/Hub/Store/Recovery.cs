using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Store;

/// <summary>What a start does with what the last process left: nothing needs a hand.</summary>
internal sealed class Recovery(
    IDeliverStore deliver, IUpkeepQueries upkeep, Sources sources, Fingerprint fingerprint, TimeProvider clock, ILogger<Recovery> log)
{
    private const int Ranges = 64;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (attempts, runs, now) = (0, 0, clock.NowMicros());
        for (var range = 0; range < Ranges; range++)
            attempts += await deliver.AbandonAttemptsAsync(range, cancellationToken);
        foreach (var source in sources.All)
            runs += await upkeep.AbandonRunsAsync(source.Id, now, cancellationToken);
        await upkeep.AbandonReconciliationsAsync(now, cancellationToken);

        // The mapping or a code list has changed: its refusals may be wrong now.
        var entries = await upkeep.RetryWhatOthersRefusedAsync(fingerprint.Value, now, cancellationToken);
        if (attempts + runs + entries > 0)
            Log.Recovered(log, attempts, runs, entries);
    }
}
