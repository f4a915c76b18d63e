using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Reconcile;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Flow;

/// <summary>
/// RECONCILE: ledger ↔ settlement → differences → log → repair.
/// Repairs only by new rows of the outbox, so there is one way out.
/// </summary>
internal sealed class ReconcileFlow(
    IReconcileStore store, TargetBinding target, TargetReads reads, Descent descent, Comparison comparison, FlowMeter meter)
{
    /// <summary>Compares everything acknowledged with what the target holds.</summary>
    public async Task<Findings> ReconcileAsync(long id, bool repair, CancellationToken cancellationToken)
    {
        using var _ = meter.Measure(Stage.Reconcile);
        var asked = await reads.ReadAsync(() => target.AskAsync(cancellationToken), cancellationToken);
        var findings = new Findings { Fault = asked.Fault };
        if (asked.Value is { Profile: TargetProfile.Extended })
            findings = await ByDigestAsync(id, repair, cancellationToken);
        if (asked.Value is { Profile: TargetProfile.Basic })
            findings = await ByQueryAsync(id, repair, cancellationToken);

        meter.Add(Stage.Reconcile, findings.Ledger);
        await store.EndReconciliationAsync(id, findings, cancellationToken);
        return findings;
    }

    // Equal bucket digests prove equality in a handful of calls; only what differs is asked for one by one.
    private async Task<Findings> ByDigestAsync(long id, bool repair, CancellationToken cancellationToken)
    {
        var descended = await descent.RunAsync(cancellationToken);
        if (!descended.Succeeded(out var found, out var fault))
            return new() { Mode = "digest", Fault = fault };

        var findings = new Findings { Mode = "digest", Ledger = found.Ledger, Target = found.Target, Calls = found.Calls };
        foreach (var page in found.Suspects.Chunk(Comparison.PageSize).TakeWhile(_ => !findings.Stopped))
            findings = await CompareAsync(findings, id, repair, page, withProgress: true, cancellationToken);
        return findings;
    }

    // A basic target has no digests: every dossier is asked for.
    private async Task<Findings> ByQueryAsync(long id, bool repair, CancellationToken cancellationToken)
    {
        var findings = new Findings { Mode = "query" };
        for (var after = ""; !findings.Stopped;)
        {
            var page = await store.NumbersAsync(after, Comparison.PageSize, cancellationToken);
            if (page.Count == 0)
                break;

            after = page[^1];
            findings = await CompareAsync(findings, id, repair, page, withProgress: false, cancellationToken);
            findings = findings with { Ledger = findings.Ledger + page.Count };
        }

        return findings;
    }

    // A page is logged and repaired before the next is compared: however much differs, little of it is held.
    private async Task<Findings> CompareAsync(
        Findings before, long id, bool repair, IReadOnlyList<string> page, bool withProgress, CancellationToken cancellationToken)
    {
        var compared = await comparison.CompareAsync(page, withProgress, cancellationToken);
        await store.AddDifferencesAsync(id, compared.Differences, repair, cancellationToken);               // log, repair
        return before with
        {
            Compared = before.Compared + page.Count,
            Calls = before.Calls + compared.Calls,
            Differences = before.Differences + compared.Differences.Count,
            Fault = before.Fault ?? compared.Fault,
            Stopped = compared.Stops,
        };
    }
}
