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

    private const ConfigureAwaitOptions UntilStopped = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly SemaphoreSlim free = new(options.Workers);
    private readonly ConcurrentDictionary<int, bool> underWay = new();

    // A range whose delivery failed with an exception is left alone for a moment; the others go on.
    private readonly ConcurrentDictionary<int, DateTimeOffset> resting = new();

    // No range always comes first: what the retry budget gives would be its alone.
    private int first;

    public override void Dispose()
    {
        base.Dispose();
        free.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var drain = new Drain(options.DrainTime, clock, stoppingToken);
        var rounds = new List<Task<int>>();
        while (!stoppingToken.IsCancellationRequested)
        {
            rounds.RemoveAll(round => round.IsCompleted);
            rounds.Add(TryRoundAsync(drain));
            await PaceAsync(rounds[^1], stoppingToken);
        }

        await Task.WhenAll(rounds);
    }

    /// <summary>One round: what is due, and not under way still, is tried once.</summary>
    /// <param name="stopping">From then on nothing begins.</param>
    /// <param name="cut">From then on calls under way are given up.</param>
    /// <returns>How many ranges had something to deliver.</returns>
    internal async Task<int> DeliverDueAsync(CancellationToken stopping, CancellationToken cut = default)
    {
        await probe.AskIfDueAsync(stopping);
        await HurryAsync(stopping);
        var ranges = gate.Open ? await store.DueRangesAsync(stopping) : [];
        ranges = [.. ranges.Where(range => share.Has(range) && !Rests(range)).OrderBy(range => range < first)];
        first = (first + 1) % Ranges;
        if (ranges.Count == 0)
            return 0;
        if (!(await binding.AskAsync(stopping)).Succeeded(out var can, out _))
            return 0;   // until the target has said what it is, nothing is sent

        var handled = await Task.WhenAll(ranges.Select(range => DeliverInTurnAsync(range, can, stopping, cut)));
        return handled.Count(rows => rows > 0);
    }

    private async Task<int> TryRoundAsync(Drain drain)
    {
        try
        {
            return await DeliverDueAsync(drain.Stopping, drain.Cut);
        }
        catch (OperationCanceledException) when (drain.Stopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure)
        {
            Log.DeliveryFailed(log, failure);
            return 0;
        }
    }

    private async Task PaceAsync(Task<int> round, CancellationToken stopping)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (await Task.WhenAny(round, Task.Delay(Pause, clock, soon.Token)) != round)
            return;   // a call that hangs keeps its own range waiting, and no other

        await soon.CancelAsync();
        var ranges = await round;
        if (ranges == 0)
            await signal.WaitAsync(Pause, clock, stopping).ConfigureAwait(UntilStopped);
        await Task.Delay(GatherForEachRange * Math.Max(ranges, 1), clock, stopping).ConfigureAwait(UntilStopped);
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

    private async Task<int> DeliverInTurnAsync(int range, TargetCapabilities can, CancellationToken stopping, CancellationToken cut)
    {
        if (!underWay.TryAdd(range, true))
            return 0;

        await free.WaitAsync(stopping);
        try
        {
            await Task.Yield();   // so that the calls are made ready side by side
            return gate.Open ? await DeliverAsync(range, can, stopping, cut) : 0;
        }
        finally
        {
            free.Release();
            underWay.TryRemove(range, out _);
        }
    }

    private async Task<int> DeliverAsync(int number, TargetCapabilities can, CancellationToken stopping, CancellationToken cut)
    {
        if (share.Enter(number) is not { } range)
            return 0;   // another node's by now
        try
        {
            var handled = await flow.DeliverAsync(range, can, stopping, cut);
            resting.TryRemove(number, out _);
            return handled;
        }
        catch (LeaseLostException)
        {
            return 0;   // who has taken it over asks about what was under way
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
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
