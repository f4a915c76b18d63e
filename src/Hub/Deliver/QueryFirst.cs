using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Queries the target before sending, where that is needed: the fate of an earlier attempt is not known, or the dossier
/// belongs to the settlement system, whose staff may have edited it.
/// </summary>
internal sealed class QueryFirst(IDeliverStore store, ITarget target, Settler settler, TargetCircuit circuit)
{
    public async Task<Queried> QueryAsync(
        DeliveryRange range, IReadOnlyList<PendingDossier> due, TargetCapabilities can, CancellationToken cancellationToken)
    {
        var unknown = due.Where(row => !row.Owned || row.QueryFirst).ToList();
        var rest = due.Except(unknown).Select(row => Send(row, row.AckedBefore ? WriteMode.Update : WriteMode.Insert, can));
        var queried = new Queried([.. rest], []);
        if (unknown.Count == 0)
            return queried;

        var found = new List<(PendingDossier Row, TargetDossier There)>();
        foreach (var (row, answer) in await LookAsync(unknown, can, cancellationToken))
        {
            if (!answer.Succeeded(out var there, out var fault))
                queried.Settled.Add(settler.NotQueried(row, fault, can));
            else if (there is not null)
                found.Add((row, there));
            else if (row.Owned || row.AckedBefore)
                queried.ToSend.Add(Send(row with { Lost = row.AckedBefore }, WriteMode.Insert, can));
            else
                queried.Settled.Add(settler.NotQueried(row, BaseGone, can));
        }

        Compare(await RebaseAsync(range, found, cancellationToken), can, queried);
        return queried;
    }

    // Only what no connector owns is put onto what is there; the progress of the others is the ledger's own affair.
    private async Task<IReadOnlyList<(PendingDossier Row, Outcome<TargetDossier?> Answer)>> LookAsync(
        IReadOnlyList<PendingDossier> unknown, TargetCapabilities can, CancellationToken cancellationToken)
    {
        var looked = new List<(PendingDossier, Outcome<TargetDossier?>)>();
        foreach (var rows in unknown.GroupBy(row => !row.Owned && can.Profile is TargetProfile.Extended))
        {
            var answers = await target.QueryAsync([.. rows.Select(row => row.Number)], withProgress: rows.Key, cancellationToken);
            circuit.Note([.. answers.Select(answer => answer.Fault)], rows.First().Number);
            looked.AddRange(rows.Zip(answers));
        }

        return looked;
    }

    private static Fault BaseGone { get; } =
        new Fault.Transient("The settlement system no longer holds the dossier, and no connector owns it; it is asked again.");

    // What no connector owns is put onto what its staff made of it meanwhile.
    private async Task<IReadOnlyList<Found>> RebaseAsync(
        DeliveryRange range, List<(PendingDossier Row, TargetDossier There)> found, CancellationToken cancellationToken)
    {
        var unowned = found.Where(f => !f.Row.Owned).ToList();
        var rebased = unowned.Count == 0 ? [] : await store.RebaseAsync(range, unowned, cancellationToken);
        return
        [
            .. found.Where(f => f.Row.Owned).Select(f => new Found(f.Row, f.There, Ours: true)),
            .. rebased.Zip(unowned).Where(r => r.First is not null).Select(r => new Found(r.First!.Row, r.Second.There, r.First.Ours)),
        ];
    }

    private static void Compare(IReadOnlyList<Found> found, TargetCapabilities can, Queried queried)
    {
        foreach (var (row, there, ours) in found)
            if (PacketDigest.TomTat(there.Packet) == row.Hash)
                queried.Settled.Add(new Settled.DossierAcknowledged(row, Math.Max(row.Version, there.Version), Written: ours));
            else if (row.Owned && there.Version >= row.Version)
                queried.Settled.Add(Settler.NewerThere(row, there.Version));
            else
                queried.ToSend.Add(Send(row, WriteMode.Update, can));
    }

    private static PendingDossier Send(PendingDossier row, WriteMode mode, TargetCapabilities can) =>
        row with { Mode = can.Profile is TargetProfile.Extended ? WriteMode.Upsert : mode };

    private sealed record Found(PendingDossier Row, TargetDossier There, bool Ours);
}

/// <summary>What querying gave: what is still to be sent, and what is settled without sending.</summary>
internal sealed record Queried(List<PendingDossier> ToSend, List<Settled> Settled);
