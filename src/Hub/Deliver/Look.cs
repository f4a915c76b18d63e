using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Looks at the target before sending, where that is needed: the fate of an earlier attempt is not known, or the dossier
/// belongs to the settlement system, whose staff may have edited it.
/// </summary>
internal sealed class Look(IDeliverStore store, ITarget target, Settler settler)
{
    public async Task<Looked> AtAsync(IReadOnlyList<PendingDossier> due, TargetCapabilities can, CancellationToken cancellationToken)
    {
        var blind = due.Where(row => row.Owned && !row.QueryFirst).Select(row => Send(row, can, BlindMode(row))).ToList();
        var seen = due.Where(row => !row.Owned || row.QueryFirst).ToList();
        if (seen.Count == 0)
            return new(blind, []);

        var answers = await target.QueryAsync([.. seen.Select(row => row.Number)], withProgress: can.Profile is TargetProfile.Extended, cancellationToken);
        var settled = new List<Settled>();
        var rebase = new List<(PendingDossier Row, TargetDossier Target)>();
        foreach (var (row, answer) in seen.Zip(answers))
        {
            if (!answer.Succeeded(out var there, out var fault))
                settled.Add(settler.NotLooked(row, fault, can));
            else if (there is null)
                Absent(row, can, blind, settled);
            else if (!row.Owned)
                rebase.Add((row, there));
            else
                Present(row, there, can, blind, settled);
        }

        var rebased = rebase.Count == 0 ? [] : await store.RebaseAsync(rebase, cancellationToken);
        foreach (var (row, (_, there)) in rebased.Zip(rebase))
            Present(row, there, can, blind, settled);
        return new(blind, settled);
    }

    // Not there: new to the target, or lost by it. Without an owner and never acknowledged, the base has gone; wait for it.
    private void Absent(PendingDossier row, TargetCapabilities can, List<ToSend> send, List<Settled> settled)
    {
        if (row.Owned || row.AckedBefore)
            send.Add(Send(row, can, WriteMode.Insert));
        else
            settled.Add(settler.NotLooked(row, new Fault.Transient("The settlement system no longer holds the dossier, and no connector owns it; it is asked again."), can));
    }

    private static void Present(PendingDossier row, TargetDossier there, TargetCapabilities can, List<ToSend> send, List<Settled> settled)
    {
        if (PacketDigest.TomTat(there.Packet) == row.Hash)
            settled.Add(new Settled.DossierAcknowledged(row, Math.Max(row.Version, there.Version), Written: row.Owned));
        else if (row.Owned && there.Version >= row.Version)
            settled.Add(Settler.NewerThere(row, there.Version));
        else
            send.Add(Send(row, can, WriteMode.Update));
    }

    private static WriteMode BlindMode(PendingDossier row) => row.AckedBefore ? WriteMode.Update : WriteMode.Insert;

    private static ToSend Send(PendingDossier row, TargetCapabilities can, WriteMode mode) =>
        new(row, new(row.Number, row.Version, row.Packet, can.Profile is TargetProfile.Extended ? WriteMode.Upsert : mode, row.Tag));
}

/// <summary>A row and how it is sent.</summary>
internal sealed record ToSend(PendingDossier Row, DossierItem Item);

/// <summary>What looking gave: what is still to be sent, and what is settled without sending.</summary>
internal sealed record Looked(IReadOnlyList<ToSend> ToSend, IReadOnlyList<Settled> Settled);
