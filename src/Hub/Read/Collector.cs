using System.Collections.Concurrent;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Faults;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Read;

/// <summary>
/// Runs sources, one run a source at a time on all nodes: by schedule, by command, by callback; and releases quarantine.
/// </summary>
internal sealed class Collector(
    Sources sources,
    CollectFlow flow,
    ICollectStore store,
    IUpkeepQueries upkeep,
    LeaseKeeper leases,
    LedgerRoom room,
    OutboxSignal outbox,
    TimeProvider clock,
    ILogger<Collector> log)
{
    internal const int ReleaseSize = 500;

    // A run that met another is asked for again within two.
    private static readonly TimeSpan LetGoFirst = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();
    private readonly ConcurrentDictionary<string, bool> running = new();

    // Sources that asked to be left alone, and until when.
    private readonly ConcurrentDictionary<string, DateTimeOffset> leftAlone = new();

    // Sources whose run met another, and how long a release lets them go first: a slow target holds it up page after page.
    private readonly ConcurrentDictionary<string, DateTimeOffset> wanted = new();

    /// <summary>The sources with a run under way.</summary>
    public IReadOnlySet<string> Running => running.Keys.ToHashSet();

    /// <summary>
    /// Begins a run, unless one is under way, the source is paused, the ledger has no room or, where no person asks, the source wants to be
    /// left alone.
    /// </summary>
    /// <returns>The run and the task that ends with it; null when it could not begin.</returns>
    public async Task<Started?> TryBeginAsync(Source source, string trigger, CancellationToken cancellationToken)
    {
        return (Triggers.ByItself(trigger) && IsLeftAlone(source)) || room.WhyNotRead is not null || await IsPausedAsync(source, cancellationToken)
            ? null
            : await TryRunAsync(source, Origins.Source, trigger, CollectAsync, cancellationToken);

        async Task<Fault?> CollectAsync(Held run, CancellationToken token)
        {
            var fault = await flow.CollectAsync(source, run.Run, run.Lease, token);
            NoteWait(source, fault);
            return fault;
        }
    }

    /// <summary>Whether the source is paused, so that no run of it begins.</summary>
    public async Task<bool> IsPausedAsync(Source source, CancellationToken cancellationToken) =>
        (await store.StreamAsync(source.Id, cancellationToken)).Paused;

    private bool IsWanted(Source source) => wanted.TryGetValue(source.Id, out var until) && until > clock.GetUtcNow();

    private bool IsLeftAlone(Source source) => leftAlone.TryGetValue(source.Id, out var until) && until > clock.GetUtcNow();

    /// <summary>
    /// Tries again what is due in quarantine. A source with a run under way is passed over, so that a long one keeps nobody waiting;
    /// its entries stay due.
    /// </summary>
    public async Task<Release> ReleaseDueAsync(QuarantineSelection which, CancellationToken cancellationToken)
    {
        var release = new Release(0, 0, []);
        var open = sources.All.Select(s => s.Id).ToHashSet();
        for (var after = 0L; ;)
        {
            var due = await store.DueQuarantineAsync(new(open, which, after, ReleaseSize), cancellationToken);
            foreach (var entries in due.GroupBy(e => e.Connector))
            {
                var one = await ReleaseAsync(sources.Find(entries.Key)!, [.. entries], cancellationToken);
                open.ExceptWith(one.Busy);
                release = release.And(one);
            }

            if (due.Count < ReleaseSize)
                return release;
            after = due[^1].Id;   // an entry that stays due is not tried twice in one go
        }
    }

    private async Task<Release> ReleaseAsync(Source source, IReadOnlyList<QuarantineEntry> entries, CancellationToken cancellationToken)
    {
        if (IsWanted(source)
            || await TryRunAsync(source, Origins.Quarantine, Triggers.Release, ReleaseAsync, cancellationToken) is not { } begun)
            return new(0, 0, [source.Id]);

        await begun.Done;
        return new(entries.Count, await store.ClosedQuarantineAsync([.. entries.Select(e => e.Id)], cancellationToken), []);

        async Task<Fault?> ReleaseAsync(Held run, CancellationToken token)
        {
            await flow.ReleaseAsync(source, run.Run, run.Lease, entries, token);
            return null;
        }
    }

    private async Task<Started?> TryRunAsync(
        Source source, string origin, string trigger, Work work, CancellationToken cancellationToken)
    {
        var gate = gates.GetOrAdd(source.Id, _ => new SemaphoreSlim(1));
        if (!await gate.WaitAsync(0, cancellationToken))
        {
            if (origin == Origins.Source)
                wanted[source.Id] = clock.GetUtcNow() + LetGoFirst;
            return null;
        }

        HeldLease? lease = null;
        try
        {
            lease = await leases.TryTakeAsync(Resources.Stream(source.Id), cancellationToken);
            if (lease is null)
            {
                gate.Release();
                return null;   // another node is at it
            }

            running[source.Id] = true;
            await upkeep.AbandonRunsAsync(source.Id, clock.NowMicros(), cancellationToken);   // whoever began them is not at it any more
            var run = await store.BeginRunAsync(source.Id, origin, trigger, cancellationToken);
            return new(run, RunAsync(source, new(run, lease.Lease), lease, origin, gate, work, cancellationToken));
        }
        catch
        {
            await LeaveAsync(source, lease, gate);
            throw;
        }
    }

    private async Task<Fault?> RunAsync(
        Source source, Held run, HeldLease lease, string origin, SemaphoreSlim gate, Work work, CancellationToken cancellationToken)
    {
        await Task.Yield();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            var fault = await work(run, both.Token);
            outbox.Raise();
            await EndAsync(source, run, origin, fault, cancellationToken);
            return fault;
        }
        catch (Exception ended) when (ended is LeaseLostException || (ended is OperationCanceledException && both.IsCancellationRequested))
        {
            return null;   // the server stops, or another node has the stream: the run is marked abandoned, and goes on from its position
        }
        catch (Exception failure)
        {
            Log.RunFailed(log, run.Run, source.Id, failure);
            var fault = new Fault.Transient($"The run failed with {failure.GetType().Name}; see the log of the server.");
            await store.EndRunAsync(new(run.Run, source.Id, origin, fault) { Lease = run.Lease }, cancellationToken);
            return fault;
        }
        finally
        {
            await LeaveAsync(source, lease, gate);
        }
    }

    // Quartz and the next callback try again by themselves; only what asks for a person pauses the connector.
    private async Task EndAsync(Source source, Held run, string origin, Fault? fault, CancellationToken cancellationToken)
    {
        var pause = fault is not null && FaultPolicy.NeedsPerson(fault);
        await store.EndRunAsync(new(run.Run, source.Id, origin, fault, pause) { Lease = run.Lease }, cancellationToken);
        if (fault is null)
            Log.RunEnded(log, run.Run, source.Id, await IsMidwayAsync(source, origin, cancellationToken) ? "paused midway" : "completed");
        else
            Log.RunFault(log, run.Run, source.Id, fault.Name, fault.Message);
        if (pause)
            Log.ConnectorPaused(log, source.Id, fault!.Message);
    }

    // A pause ends a run after its page; its position says that the source has more.
    private async Task<bool> IsMidwayAsync(Source source, string origin, CancellationToken cancellationToken) =>
        origin == Origins.Source && await store.StreamAsync(source.Id, cancellationToken) is { Paused: true, Position: not null };

    private void NoteWait(Source source, Fault? fault)
    {
        if (fault is Fault.Throttled throttled)
            leftAlone[source.Id] = FaultPolicy.LeftAloneUntil(throttled, clock.GetUtcNow());
        else
            leftAlone.TryRemove(source.Id, out _);
    }

    private async Task LeaveAsync(Source source, HeldLease? lease, SemaphoreSlim gate)
    {
        if (lease is not null)
            await leases.GiveBackAsync(lease);
        running.TryRemove(source.Id, out _);
        gate.Release();
    }

    private delegate Task<Fault?> Work(Held run, CancellationToken cancellationToken);

    /// <summary>A run and the lease that it is made under.</summary>
    private readonly record struct Held(long Run, Lease Lease);
}

/// <summary>A run that has begun.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Done">Ends with it, and says what fault it met; never fails by what the source does.</param>
internal sealed record Started(long Run, Task<Fault?> Done);

/// <summary>What a release from quarantine did.</summary>
/// <param name="Tried">Entries that were tried.</param>
/// <param name="Released">Of these, the ones that are closed now.</param>
/// <param name="Busy">Sources passed over because a run was under way.</param>
internal sealed record Release(int Tried, int Released, IReadOnlyList<string> Busy)
{
    public Release And(Release other) => new(Tried + other.Tried, Released + other.Released, [.. Busy, .. other.Busy]);
}
