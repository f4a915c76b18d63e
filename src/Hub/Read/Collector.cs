using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Faults;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Store;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Read;

/// <summary>Runs sources, one run a source at a time: by schedule, by command, by callback; and releases quarantine.</summary>
internal sealed class Collector(Sources sources, CollectFlow flow, ICollectStore store, OutboxSignal outbox, TimeProvider clock, ILogger<Collector> log)
{
    private const int ReleaseSize = 500;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();
    private readonly ConcurrentDictionary<string, bool> running = new();

    /// <summary>The sources with a run under way.</summary>
    public IReadOnlySet<string> Running => running.Keys.ToHashSet();

    /// <summary>Begins a run, unless one is under way or the source is paused.</summary>
    /// <returns>The run and the task that ends with it; null when it could not begin.</returns>
    public async Task<(long Run, Task Done)?> TryBeginAsync(Source source, string trigger, CancellationToken cancellationToken)
    {
        var gate = Gate(source.Id);
        if (!await gate.WaitAsync(0, cancellationToken))
            return null;

        running[source.Id] = true;
        try
        {
            if ((await store.StreamAsync(source.Id, cancellationToken)).Paused)
            {
                Release(source.Id, gate);
                return null;
            }

            var run = await store.BeginRunAsync(source.Id, Origins.Source, trigger, cancellationToken);
            return (run, CollectAsync(source, run, gate, cancellationToken));
        }
        catch
        {
            Release(source.Id, gate);
            throw;
        }
    }

    /// <summary>Tries again what is due in quarantine.</summary>
    public async Task ReleaseDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.DueQuarantineAsync(ReleaseSize, cancellationToken);
        foreach (var entries in due.GroupBy(e => e.Connector))
            if (sources.Find(entries.Key) is { } source)
                await ReleaseAsync(source, [.. entries], cancellationToken);
    }

    private async Task CollectAsync(Source source, long run, SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            var fault = await flow.CollectAsync(source, run, cancellationToken);
            outbox.Raise();
            await EndAsync(source, run, fault, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops; the run is marked abandoned at the next start and goes on from its position.
        }
        catch (Exception failure)
        {
            Log.RunFailed(log, run, source.Id, failure);
            await store.EndRunAsync(run, source.Id, new Fault.Transient($"The run failed with {failure.GetType().Name}; see the log of the server."), pause: false, cancellationToken);
        }
        finally
        {
            Release(source.Id, gate);
        }
    }

    // Quartz and the next callback try again by themselves; only what asks for a person pauses the connector.
    private async Task EndAsync(Source source, long run, Fault? fault, CancellationToken cancellationToken)
    {
        var pause = fault is not null
            && FaultPolicy.Decide(fault, new(clock.GetUtcNow(), 1, TimeSpan.Zero, TargetProfile.Basic, Sent.Nothing)).Act is Act.PauseConnector;
        await store.EndRunAsync(run, source.Id, fault, pause, cancellationToken);
        if (fault is null)
            Log.RunEnded(log, run, source.Id, "completed");
        else
            Log.RunFault(log, run, source.Id, fault.Name, fault.Message);
        if (pause)
            Log.ConnectorPaused(log, source.Id, fault!.Message);
    }

    private async Task ReleaseAsync(Source source, IReadOnlyList<QuarantineEntry> entries, CancellationToken cancellationToken)
    {
        var gate = Gate(source.Id);
        await gate.WaitAsync(cancellationToken);
        running[source.Id] = true;
        try
        {
            var run = await store.BeginRunAsync(source.Id, Origins.Quarantine, "release", cancellationToken);
            await flow.ReleaseAsync(source, run, entries, cancellationToken);
            outbox.Raise();
            await store.EndRunAsync(run, source.Id, null, pause: false, cancellationToken);
        }
        finally
        {
            Release(source.Id, gate);
        }
    }

    private SemaphoreSlim Gate(string id) => gates.GetOrAdd(id, _ => new SemaphoreSlim(1));

    private void Release(string id, SemaphoreSlim gate)
    {
        running.TryRemove(id, out _);
        gate.Release();
    }
}
