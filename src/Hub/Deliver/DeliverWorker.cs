using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Deliver;

/// <summary>Drives delivery: every range with a row that is due, several ranges at a time, one worker a range.</summary>
internal sealed class DeliverWorker(
    DeliverFlow flow, IDeliverStore store, ITarget target, DeliveryGate gate, TargetWatch watch, OutboxSignal signal, HubOptions options, TimeProvider clock, ILogger<DeliverWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // While pages stream in, a moment's wait turns many small calls and commits into few full ones.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DeliverDueAsync(stoppingToken) == 0)
                    await signal.WaitAsync(Pause, clock, stoppingToken);
                await Task.Delay(Gather, clock, stoppingToken);
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

    private async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var ranges = gate.Open ? await store.DueRangesAsync(cancellationToken) : [];
        if (ranges.Count == 0 || await ReadyAsync(cancellationToken) is not { } can)
            return 0;

        var handled = 0;
        await Parallel.ForEachAsync(ranges, new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken }, async (range, ct) =>
        {
            if (gate.Open)
                Interlocked.Add(ref handled, await flow.DeliverAsync(range, can, ct));
        });
        return handled;
    }

    // Until the target has said what it is, nothing is sent; and a ledger belongs to one system and environment.
    private async Task<TargetCapabilities?> ReadyAsync(CancellationToken cancellationToken)
    {
        var asked = await target.CapabilitiesAsync(cancellationToken);
        if (!asked.Succeeded(out var can, out var fault))
        {
            gate.Note(fault, Faults.FaultPolicy.Decide(fault, new(clock.GetUtcNow(), 0, Pause, TargetProfile.Basic, Faults.Sent.Nothing)));
            gate.LastFault = fault;
            return null;
        }

        (gate.LastFault, watch.Capabilities) = (null, can);
        var name = $"{can.Profile}/{can.System}/{can.Environment}";
        var bound = await store.BindAsync(name, cancellationToken);
        if (bound == name)
            return can;

        gate.ShutForMismatch($"The ledger is bound to the target '{bound}', and this one is '{name}'; nothing is sent. Point the hub at the right target, or start with a new ledger.");
        return null;
    }
}
