using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Leases;

/// <summary>Takes leases for this process, prolongs them while they are used, gives them back, and says when one is lost.</summary>
internal sealed class LeaseKeeper(ILeaseStore store, NodeId node, HubOptions options, TimeProvider clock, ILogger<LeaseKeeper> log)
{
    private readonly ConcurrentDictionary<string, HeldLease> held = new();

    /// <summary>How long a lease lasts; it is prolonged three times as often.</summary>
    public TimeSpan Lasts => options.LeaseTime;

    /// <summary>Takes a lease.</summary>
    /// <returns>The lease; null when another process, or another worker of this one, holds it.</returns>
    public async Task<HeldLease?> TryTakeAsync(string resource, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetTimestamp();
        if (await store.TakeAsync(resource, node.Name, Lasts, cancellationToken) is not { } lease)
            return null;
        return held[resource] = new(lease, Lasts, clock, askedAt);
    }

    /// <summary>Gives a lease back, so that nobody has to wait for its end. One that is lost already is another's affair.</summary>
    public async Task GiveBackAsync(HeldLease lease)
    {
        if (!held.TryRemove(KeyValuePair.Create(lease.Lease.Resource, lease)))
            return;
        try
        {
            await store.GiveBackAsync(lease.Lease, CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.LeaseNotGivenBack(log, lease.Lease.Resource, failure);   // it ends by itself
        }
        finally
        {
            lease.Dispose();
        }
    }

    /// <summary>Prolongs all that is held. What cannot be prolonged is lost.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var mine = held.Values.ToList();
        if (mine.Count == 0)
            return;

        var askedAt = clock.GetTimestamp();
        var kept = await store.RenewAsync([.. mine.Select(lease => lease.Lease)], Lasts, cancellationToken);
        foreach (var lease in mine)
            if (kept.Contains(lease.Lease.Resource))
                lease.Renewed(askedAt);
            else
                Lose(lease);
    }

    /// <summary>What has ended without being prolonged is lost, whether the ledger can say so or not.</summary>
    public void LoseWhatEnded()
    {
        foreach (var lease in held.Values.Where(lease => !lease.IsHeld))
            Lose(lease);
    }

    private void Lose(HeldLease lease)
    {
        if (!held.TryRemove(KeyValuePair.Create(lease.Lease.Resource, lease)))
            return;
        Log.LeaseLost(log, lease.Lease.Resource, lease.Lease.Epoch);
        lease.Lose();
    }
}
