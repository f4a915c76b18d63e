using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Reconcile;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Flow;

/// <summary>RECONCILE: ledger ↔ settlement → differences → log → repair. Repairs only by new rows of the outbox, so there is one way out.</summary>
internal sealed class ReconcileFlow(IReconcileStore store, ITarget target, Descent descent, Comparison comparison, Patience patience, FlowMeter meter)
{
    /// <summary>Compares everything acknowledged with what the target holds.</summary>
    /// <param name="id">The reconciliation, begun already.</param>
    /// <param name="repair">Whether differences are repaired, or only logged.</param>
    /// <param name="cancellationToken">Ends it; the log then says that it failed.</param>
    public async Task<ReconciliationResult> ReconcileAsync(long id, bool repair, CancellationToken cancellationToken)
    {
        using var _ = meter.Measure(Stage.Reconcile);
        var capabilities = await patience.AskAsync(() => target.CapabilitiesAsync(cancellationToken), cancellationToken);
        var result = capabilities.Succeeded(out var can, out var fault)
            ? can.Profile is TargetProfile.Extended ? await ByDigestAsync(cancellationToken) : await ByQueryAsync(cancellationToken)
            : new() { Id = id, Mode = "query", Fault = fault };

        result = result with { Id = id, Repair = repair };
        meter.Add(Stage.Reconcile, result.Ledger);
        await store.EndReconciliationAsync(result, cancellationToken);                                      // log, repair
        return result;
    }

    // Equal bucket digests prove equality in a handful of calls; only what differs is asked for one by one.
    private async Task<ReconciliationResult> ByDigestAsync(CancellationToken cancellationToken)
    {
        var descended = await descent.RunAsync(cancellationToken);
        if (!descended.Succeeded(out var found, out var fault))
            return new() { Id = 0, Mode = "digest", Fault = fault };

        var compared = await comparison.CompareAsync(found.Suspects, withProgress: true, cancellationToken);
        return new()
        {
            Id = 0,
            Mode = "digest",
            Ledger = found.Ledger,
            Target = found.Target,
            Calls = found.Calls + compared.Calls,
            Compared = found.Suspects.Count,
            Differences = compared.Differences,
            Fault = compared.Fault,
        };
    }

    // A basic target has no digests: every dossier is asked for.
    private async Task<ReconciliationResult> ByQueryAsync(CancellationToken cancellationToken)
    {
        var result = new ReconciliationResult { Id = 0, Mode = "query" };
        for (var after = ""; result.Fault is null;)
        {
            var page = await store.PageAsync(after, Comparison.PageSize, cancellationToken);
            if (page.Count == 0)
                break;

            after = page[^1].Number;
            var compared = await comparison.CompareAsync([.. page.Select(d => d.Number)], withProgress: false, cancellationToken);
            result = result with
            {
                Ledger = result.Ledger + page.Count,
                Compared = result.Compared + page.Count,
                Calls = result.Calls + compared.Calls,
                Differences = [.. result.Differences, .. compared.Differences],
                Fault = compared.Fault,
            };
        }

        return result;
    }
}
