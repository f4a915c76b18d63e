using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Leases;

/// <summary>
/// Says that this node lives, prolongs its leases, keeps its share of the ranges, and compares its clock with the database's. Begins
/// before everything else and ends after it, and gives back what is left.
/// </summary>
internal sealed class Heartbeat(
    LeaseKeeper leases, RangeShare ranges, ILeaseStore store, NodeId node, NodeClock nodeClock, TimeProvider clock, ILogger<Heartbeat> log)
    : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await ranges.GiveBackAllAsync();
            await store.LeaveAsync(node.Name, cancellationToken);
        }
        catch (Exception failure)
        {
            Log.NotLeft(log, failure);   // the others find out when its leases end
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A ledger that does not answer must not keep this node from knowing that its leases have ended.
                using var limit = new CancellationTokenSource(leases.Lasts / 3, clock);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token);
                await BeatAsync(both.Token);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.BeatFailed(log, failure);
                leases.LoseWhatEnded();
            }

            await Task.Delay(leases.Lasts / 3, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One beat.</summary>
    internal async Task BeatAsync(CancellationToken cancellationToken)
    {
        await leases.RenewAsync(cancellationToken);
        var (asked, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        var pulse = await store.BeatAsync(node.Name, leases.Lasts, cancellationToken);
        nodeClock.Compare(asked + (clock.GetElapsedTime(began) / 2), pulse.Now);
        await ranges.AdjustAsync(pulse.Nodes, cancellationToken);
    }
}
