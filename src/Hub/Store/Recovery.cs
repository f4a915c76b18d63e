using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Map;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Store;

/// <summary>What a start does first. What another process left open is taken up by whoever takes its lease, now or at any time.</summary>
internal sealed class Recovery(
    LedgerDatabase ledger, ILeaseStore leases, IUpkeepQueries upkeep, Fingerprint fingerprint, TimeProvider clock, ILogger<Recovery> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await ledger.NewerMigrationsAsync() is { Count: > 0 } newer)
            Log.LedgerIsNewer(log, string.Join(", ", newer));
        await leases.VoidAsync(cancellationToken);

        // The mapping or a code list has changed: its refusals may be wrong now.
        var entries = await upkeep.RetryWhatOthersRefusedAsync(fingerprint.Value, clock.NowMicros(), cancellationToken);
        if (entries > 0)
            Log.Recovered(log, entries);
    }
}
