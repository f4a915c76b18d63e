using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Flow;

/// <summary>DELIVER → ACKNOWLEDGE for one range, whose only worker this is: a dossier before its progress, each row in order.</summary>
internal sealed class DeliverFlow(
    DueRows rows, QueryFirst first, IDeliverStore store, ITarget target, Settler settler, DeliveryGate gate, TargetCircuit circuit, FlowMeter meter)
{
    /// <summary>Delivers what is due in a range; from the stop on nothing begins, and calls under way go on until they are cut.</summary>
    /// <returns>How many rows were handled.</returns>
    public async Task<int> DeliverAsync(DeliveryRange range, TargetCapabilities can, CancellationToken stopping, CancellationToken cut = default)
    {
        using var _ = meter.Measure(Stage.Deliver);
        var handled = await DeliverDossiersAsync(range, can, stopping, cut) + await DeliverProgressAsync(range, can, stopping, cut);
        meter.Add(Stage.Deliver, handled);
        return handled;
    }

    private async Task<int> DeliverDossiersAsync(DeliveryRange range, TargetCapabilities can, CancellationToken stopping, CancellationToken cut)
    {
        using var due = await rows.DossiersAsync(range.Number, can, stopping);
        var queried = await first.QueryAsync(range, due.Rows, can, stopping); // query first, where the outcome is not known
        await store.SettleAsync(range, queried.Settled, stopping);
        await AttemptAsync(
            range,
            queried.ToSend,
            some => target.SendDossiersAsync(
                [.. some.Select(r => new DossierItem(r.Number, r.Version, r.Packet, r.Mode, r.Tag))], cut),
            (row, fault) => settler.Settle(row, fault, can),
            stopping);
        return due.Rows.Count;
    }

    private async Task<int> DeliverProgressAsync(DeliveryRange range, TargetCapabilities can, CancellationToken stopping, CancellationToken cut)
    {
        using var due = await rows.ProgressAsync(range.Number, can, stopping);
        await AttemptAsync(
            range,
            due.Rows,
            some => target.SendProgressAsync([.. some.Select(r => new ProgressItem(r.Number, r.Row))], cut),
            (row, fault) => settler.Settle(row, fault, can),
            stopping);
        return due.Rows.Count;
    }

    private async Task AttemptAsync<T>(
        DeliveryRange range,
        IReadOnlyList<T> pending,
        Func<IReadOnlyList<T>, Task<IReadOnlyList<Fault?>>> call,
        Func<T, Fault?, Settled> settle,
        CancellationToken stopping)
        where T : PendingRow
    {
        if (pending.Count == 0 || !gate.Open || stopping.IsCancellationRequested)
            return;

        var attempt = await store.OpenAttemptAsync(range, pending, stopping);                  // attempt recorded
        try
        {
            var faults = await call(attempt.Rows);                                             // call
            circuit.Note(faults, pending[0].Number);
            var settled = attempt.Rows.Zip(faults, settle).ToList();
            await store.CloseAttemptAsync(range, attempt.Id, settled, CancellationToken.None); // ACKNOWLEDGE
        }
        catch
        {
            await store.AbandonAttemptAsync(range, attempt, CancellationToken.None);
            throw;
        }
    }
}
