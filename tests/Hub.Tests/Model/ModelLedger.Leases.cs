using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Model;

/// <content>Leases, by the model's clock.</content>
internal sealed partial class ModelLedger : ILeaseStore
{
    private readonly Dictionary<string, (Lease Lease, DateTimeOffset Until)> leases = [];
    private readonly Dictionary<string, DateTimeOffset> nodes = [];

    public Task<Lease?> TakeAsync(string resource, string owner, TimeSpan lasts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var epoch = 0L;
        if (leases.TryGetValue(resource, out var held))
        {
            if (held.Until > now)
                return Answer<Lease?>(null);
            epoch = held.Lease.Epoch;
        }

        var lease = new Lease(resource, owner, epoch + 1);
        leases[resource] = (lease, now + lasts);
        return Answer<Lease?>(lease);
    }

    public Task<IReadOnlySet<string>> RenewAsync(
        IReadOnlyCollection<Lease> mine, TimeSpan lasts, CancellationToken cancellationToken)
    {
        var kept = mine.Where(Holds).Select(lease => lease.Resource).ToHashSet();
        foreach (var resource in kept)
            leases[resource] = (leases[resource].Lease, clock.GetUtcNow() + lasts);
        return Answer<IReadOnlySet<string>>(kept);
    }

    public Task GiveBackAsync(Lease lease, CancellationToken cancellationToken)
    {
        if (leases.TryGetValue(lease.Resource, out var held) && held.Lease == lease)
            leases[lease.Resource] = (lease, DateTimeOffset.MinValue);
        return Task.CompletedTask;
    }

    // Several nodes may live on it.
    public Task VoidAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlySet<string>> HeldAsync(IReadOnlyCollection<string> resources, CancellationToken cancellationToken) =>
        Answer<IReadOnlySet<string>>(
            resources.Where(r => leases.TryGetValue(r, out var held) && held.Until > clock.GetUtcNow()).ToHashSet());

    public Task<Pulse> BeatAsync(string node, TimeSpan silentFor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        nodes[node] = now;
        return Answer(new Pulse(nodes.Values.Count(seen => seen > now - silentFor), now));
    }

    public Task LeaveAsync(string node, CancellationToken cancellationToken)
    {
        nodes.Remove(node);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> OrphansAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<string>>(
    [
        .. Runs.Values.Where(run => run.State == "running").Select(run => run.Row.Connector).Distinct()
            .Where(connector => !(leases.TryGetValue(Resources.Stream(connector), out var held) && held.Until > clock.GetUtcNow())),
    ]);

    private bool Holds(Lease lease) =>
        leases.TryGetValue(lease.Resource, out var held) && held.Lease == lease && held.Until > clock.GetUtcNow();

    private bool IsHeldByAnother(string resource, string owner) =>
        leases.TryGetValue(resource, out var held) && held.Lease.Owner != owner && held.Until > clock.GetUtcNow();
}
