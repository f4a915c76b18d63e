using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Store;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Reconcile;

/// <summary>Runs reconciliations, one at a time on all nodes.</summary>
internal sealed class Reconciler(
    ReconcileFlow flow,
    IReconcileStore store,
    IUpkeepQueries upkeep,
    LeaseKeeper leases,
    OutboxSignal outbox,
    TimeProvider clock,
    ILogger<Reconciler> log)
    : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    public void Dispose() => gate.Dispose();

    public bool Running => gate.CurrentCount == 0;

    /// <summary>Begins a reconciliation, unless one is under way.</summary>
    public async Task<(long Id, Task Done)?> TryBeginAsync(string trigger, bool repair, CancellationToken cancellationToken)
    {
        if (!await gate.WaitAsync(0, cancellationToken))
            return null;

        HeldLease? lease = null;
        try
        {
            lease = await leases.TryTakeAsync(Resources.Reconciliation, cancellationToken);
            if (lease is null)
            {
                gate.Release();
                return null;
            }

            await upkeep.AbandonReconciliationsAsync(lease.Lease.Owner, clock.NowMicros(), cancellationToken);   // whoever began them is not at it any more
            var id = await store.BeginReconciliationAsync(trigger, cancellationToken);
            return (id, RunAsync(id, lease, repair, cancellationToken));
        }
        catch
        {
            await LeaveAsync(lease);
            throw;
        }
    }

    private async Task LeaveAsync(HeldLease? lease)
    {
        if (lease is not null)
            await leases.GiveBackAsync(lease);
        gate.Release();
    }

    private async Task RunAsync(long id, HeldLease lease, bool repair, CancellationToken stopping)
    {
        await Task.Yield();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        var cancellationToken = both.Token;
        try
        {
            var findings = await flow.ReconcileAsync(id, repair, cancellationToken);
            outbox.Raise();
            Log.Reconciled(log, id, findings.Mode ?? "nothing", findings.Ledger, findings.Differences);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops, or another node has taken over; the log says so when the next one begins.
        }
        catch (Exception failure)
        {
            Log.ReconciliationFailed(log, id, failure);
            var fault = new Fault.Transient($"The reconciliation failed with {failure.GetType().Name}; see the log of the server.");
            await store.EndReconciliationAsync(id, new() { Fault = fault }, cancellationToken);
        }
        finally
        {
            await LeaveAsync(lease);
        }
    }
}
