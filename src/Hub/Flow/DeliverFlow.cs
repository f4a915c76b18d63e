using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Flow;

/// <summary>DELIVER → ACKNOWLEDGE for one range, whose only worker this is: a dossier before its progress, each row in order.</summary>
internal sealed class DeliverFlow(IDeliverStore store, ITarget target, Look look, Settler settler, FlowMeter meter)
{
    // On a basic target a call takes one dossier; an attempt still covers several calls, so that it costs one write and not fifty.
    private const int RowsOnBasic = 50;

    /// <summary>Delivers what is due in a range.</summary>
    /// <returns>How many rows were handled.</returns>
    public async Task<int> DeliverAsync(int range, TargetCapabilities can, CancellationToken cancellationToken)
    {
        using var _ = meter.Measure(Stage.Deliver);
        var handled = await DeliverDossiersAsync(range, can, cancellationToken) + await DeliverProgressAsync(range, can, cancellationToken);
        meter.Add(Stage.Deliver, handled);
        return handled;
    }

    private async Task<int> DeliverDossiersAsync(int range, TargetCapabilities can, CancellationToken cancellationToken)
    {
        var due = await store.DueDossiersAsync(range, Math.Max(can.MaxDossiers, RowsOnBasic), cancellationToken);
        if (due.Count == 0)
            return 0;

        var looked = await look.AtAsync(due, can, cancellationToken);                                       // query first, where the outcome is not known
        if (looked.Settled.Count > 0)
            await store.CloseAttemptAsync(null, looked.Settled, cancellationToken);
        if (looked.ToSend.Count == 0)
            return due.Count;

        var attempt = await store.OpenAttemptAsync(range, [.. looked.ToSend.Select(s => s.Row)], cancellationToken);   // attempt recorded
        var faults = await target.SendDossiersAsync([.. looked.ToSend.Select(s => s.Item)], cancellationToken);              // call
        var settled = looked.ToSend.Zip(faults, (sent, fault) => settler.Settle(sent.Row, fault, can)).ToList();
        await store.CloseAttemptAsync(attempt, settled, cancellationToken);                                 // ACKNOWLEDGE
        return due.Count;
    }

    private async Task<int> DeliverProgressAsync(int range, TargetCapabilities can, CancellationToken cancellationToken)
    {
        var due = await store.DueProgressAsync(range, Math.Max(can.MaxProgress, RowsOnBasic), cancellationToken);
        if (due.Count == 0)
            return 0;

        var attempt = await store.OpenAttemptAsync(range, due, cancellationToken);
        var faults = await target.SendProgressAsync([.. due.Select(row => new ProgressItem(row.Number, row.Row))], cancellationToken);
        var settled = due.Zip(faults, (sent, fault) => settler.Settle(sent, fault, can)).ToList();
        await store.CloseAttemptAsync(attempt, settled, cancellationToken);
        return due.Count;
    }
}
