using System.Collections.Concurrent;
using IntegrationHub.Hub.Store;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Leases;

/// <summary>
/// The ranges of delivery that are this node's: as many as are its share among the nodes that live. Of a range that it takes over, what
/// an attempt left open is asked about before anything is sent.
/// </summary>
internal sealed class RangeShare(LeaseKeeper leases, ILeaseStore store, IDeliverStore deliver, NodeId node, ILogger<RangeShare> log) : IRanges
{
    private readonly ConcurrentDictionary<int, HeldLease> mine = new();
    private readonly ConcurrentDictionary<int, bool> busy = new();

    /// <summary>How many ranges are this node's.</summary>
    public int Count => mine.Values.Count(lease => lease.IsHeld);

    public DeliveryRange? Enter(int range)
    {
        if (!mine.TryGetValue(range, out var lease) || !lease.IsHeld || !busy.TryAdd(range, true))
            return null;
        return new(range, lease.Lease);
    }

    public void Leave(DeliveryRange range) => busy.TryRemove(range.Number, out _);

    public bool Has(int range) => mine.TryGetValue(range, out var lease) && lease.IsHeld;

    /// <summary>Takes what is free up to the share, gives back what is over it.</summary>
    public async Task AdjustAsync(int nodes, CancellationToken cancellationToken)
    {
        foreach (var (range, lease) in mine)
            if (!lease.IsHeld)
                mine.TryRemove(KeyValuePair.Create(range, lease));

        var share = (Resources.Ranges + nodes - 1) / nodes;
        await GiveBackAsync(mine.Count - share);
        if (mine.Count < share)
            await TakeAsync(share - mine.Count, cancellationToken);
    }

    /// <summary>Gives all of it back, at the end.</summary>
    public Task GiveBackAllAsync() => GiveBackAsync(mine.Count);

    private async Task GiveBackAsync(int count)
    {
        foreach (var (range, lease) in mine.OrderByDescending(pair => pair.Key).ToList())
        {
            if (count <= 0)
                return;
            if (!busy.TryAdd(range, true))
                continue;   // at work; its turn comes with the next beat
            mine.TryRemove(range, out _);
            await leases.GiveBackAsync(lease);
            busy.TryRemove(range, out _);
            count--;
        }
    }

    private async Task TakeAsync(int count, CancellationToken cancellationToken)
    {
        // Each begins elsewhere, so that nodes that start together do not ask for the same.
        var begin = Math.Abs(StableHash(node.Name)) % Resources.Ranges;
        var all = Enumerable.Range(0, Resources.Ranges).Select(i => (begin + i) % Resources.Ranges).Where(range => !mine.ContainsKey(range));
        var held = await store.HeldAsync([.. all.Select(Resources.Range)], cancellationToken);
        foreach (var range in all.Where(range => !held.Contains(Resources.Range(range))).Take(count).ToList())
            if (await leases.TryTakeAsync(Resources.Range(range), cancellationToken) is { } lease)
                await TakeOverAsync(range, lease, cancellationToken);
    }

    private async Task TakeOverAsync(int range, HeldLease lease, CancellationToken cancellationToken)
    {
        try
        {
            var attempts = await deliver.AbandonAttemptsAsync(new(range, lease.Lease), cancellationToken);
            if (attempts > 0)
                Log.RangeTakenOver(log, range, attempts);
            mine[range] = lease;
        }
        catch
        {
            await leases.GiveBackAsync(lease);
            throw;
        }
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)) & int.MaxValue;
}
