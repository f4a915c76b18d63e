using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Deliver;

/// <summary>Drives delivery: every range with a row that is due, several ranges at a time, one worker a range.</summary>
internal sealed class DeliverWorker(
    DeliverFlow flow,
    IDeliverStore store,
    TargetBinding binding,
    TargetProbe probe,
    TargetCircuit circuit,
    DeliveryGate gate,
    IRanges share,
    OutboxSignal signal,
    HubOptions options,
    TimeProvider clock,
    ILogger<DeliverWorker> log)
    : BackgroundService
{
    private const int Ranges = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // While pages stream in, a moment's wait turns many small calls and commits into few full ones: the more ranges have something,
    // the longer. A single record waits a moment only, a first load a second.
    private static readonly TimeSpan GatherForEachRange = TimeSpan.FromMilliseconds(15);

    // No range always comes first: what the retry budget gives would be its alone.
    private int first;

    // A range whose delivery failed with an exception is left alone for a moment; the others go on.
    private readonly ConcurrentDictionary<int, DateTimeOffset> resting = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var ranges = await DeliverDueAsync(stoppingToken);
                if (ranges == 0)
                    await signal.WaitAsync(Pause, clock, stoppingToken);
                await Task.Delay(GatherForEachRange * Math.Max(ranges, 1), clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;   // what was under way is an open attempt; it is asked about at the next start
            }
            catch (Exception failure)
            {
                Log.DeliveryFailed(log, failure);
                await signal.WaitAsync(Pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>One round: what is due is tried once.</summary>
    /// <returns>How many ranges had something to deliver.</returns>
    internal async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        await probe.AskIfDueAsync(cancellationToken);
        await HurryAsync(cancellationToken);
        var ranges = gate.Open ? await store.DueRangesAsync(cancellationToken) : [];
        ranges = [.. ranges.Where(range => share.Has(range) && !Rests(range)).OrderBy(range => range < first)];
        first = (first + 1) % Ranges;
        if (ranges.Count == 0)
            return 0;
        if (!(await binding.AskAsync(cancellationToken)).Succeeded(out var can, out _))
            return 0;   // until the target has said what it is, nothing is sent

        var delivered = 0;
        var bound = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ranges, bound, async (range, ct) =>
        {
            if (gate.Open && await DeliverAsync(range, can, ct) > 0)
                Interlocked.Increment(ref delivered);
        });
        return delivered;
    }

    // Once an outage, and not with every answer: the back-off of a row that fails alone must hold.
    private async Task HurryAsync(CancellationToken cancellationToken)
    {
        if (!circuit.IsBack)
            return;
        await store.HurryAsync(cancellationToken);
        circuit.IsBack = false;
    }

    private bool Rests(int range) => resting.TryGetValue(range, out var until) && until > clock.GetUtcNow();

    private async Task<int> DeliverAsync(int number, TargetCapabilities can, CancellationToken cancellationToken)
    {
        if (share.Enter(number) is not { } range)
            return 0;   // another node's by now
        try
        {
            var handled = await flow.DeliverAsync(range, can, cancellationToken);
            resting.TryRemove(number, out _);
            return handled;
        }
        catch (LeaseLostException)
        {
            return 0;   // who has taken it over asks about what was under way
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.RangeFailed(log, number, failure);
            resting[number] = clock.GetUtcNow() + Pause;
            return 0;
        }
        finally
        {
            share.Leave(range);
        }
    }
}
