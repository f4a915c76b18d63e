namespace IntegrationHub.Hub.Store;

/// <summary>Records an attempt before its call: a superseded version is never sent, and what is sent is known before it leaves.</summary>
internal sealed class AttemptOpener(Slice slice, long now)
{
    // Of older packets, as many are remembered by their hash: they tell a late write of ours from an edit of theirs.
    private const int Remembered = 8;

    public Attempt<T> Open<T>(int range, IReadOnlyList<T> rows)
        where T : PendingRow
    {
        var pending = rows.Where(row => slice.Outbox.Find(row.Id) is { IsPending: true }).ToList();
        foreach (var row in pending.OfType<PendingDossier>().Where(row => !row.Owned))
            NoteSent(row);

        var kind = typeof(T) == typeof(PendingDossier) ? OutboxKind.Dossier : OutboxKind.Progress;
        var attempt = new AttemptRow(slice.NextId(IdKind.Attempt), range, slice.Epoch, kind, [.. pending.Select(row => row.Id)], now);
        slice.Attempts.Add(attempt);
        return new(attempt.Id, pending);
    }

    // Every packet whose fate is not known is kept whole. Without an owner only; one may have come meanwhile.
    private void NoteSent(PendingDossier row)
    {
        if (slice.Dossiers.Find(row.Number) is not { Owner: null } dossier)
            return;
        var acked = dossier.AckedVersion ?? 0;
        var packets = slice.PacketsOf(row.Number);
        slice.Packets.Put(packets with
        {
            Sent =
            [
                .. packets.Sent
                    .Where(sent => sent.Version != row.Version)
                    .Append(new(row.Version, row.Hash.ToString(), row.Packet))
                    .OrderByDescending(sent => sent.Version)
                    .Where((sent, place) => sent.Version > acked || place < Remembered)
                    .Select(sent => sent.Version > acked ? sent : sent with { Packet = null }),
            ],
        });
    }
}
