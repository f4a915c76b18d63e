using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Store;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Reconcile;

/// <summary>Runs reconciliations, one at a time.</summary>
internal sealed class Reconciler(ReconcileFlow flow, IReconcileStore store, OutboxSignal outbox, ILogger<Reconciler> log) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    public void Dispose() => gate.Dispose();

    public bool Running => gate.CurrentCount == 0;

    /// <summary>Begins a reconciliation, unless one is under way.</summary>
    public async Task<(long Id, Task Done)?> TryBeginAsync(string trigger, bool repair, CancellationToken cancellationToken)
    {
        if (!await gate.WaitAsync(0, cancellationToken))
            return null;

        try
        {
            var id = await store.BeginReconciliationAsync(trigger, cancellationToken);
            return (id, RunAsync(id, repair, cancellationToken));
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    private async Task RunAsync(long id, bool repair, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            var findings = await flow.ReconcileAsync(id, repair, cancellationToken);
            outbox.Raise();
            Log.Reconciled(log, id, findings.Mode ?? "nothing", findings.Ledger, findings.Differences);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops; the log says so at the next start.
        }
        catch (Exception failure)
        {
            Log.ReconciliationFailed(log, id, failure);
            var fault = new Fault.Transient($"The reconciliation failed with {failure.GetType().Name}; see the log of the server.");
            await store.EndReconciliationAsync(id, new() { Fault = fault }, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }
}
