using IntegrationHub.Hub.Map;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// A page at a glance, before its transaction: what says nothing new of a dossier is told apart without a lock, and only of the rest
/// the ledger is loaded. Nobody but the owner changes what that is judged by, and the owner is who sends the page.
/// </summary>
/// <param name="Need">What storing the page needs.</param>
/// <param name="Seen">Source records that say only what is known already.</param>
internal sealed record PageGlance(Need Need, IReadOnlySet<Judged> Seen)
{
    public static PageGlance At(PageCommit page, IReadOnlyDictionary<string, DossierRow> known)
    {
        var seen = page.Records.Where(IsSeen).ToHashSet<Judged>(ReferenceEqualityComparer.Instance);
        var sound = page.Records.Where(judged => !seen.Contains(judged)).SelectMany(Sound).ToList();
        var spokenOf = sound.Where(record => record is not PreparedDossier).Select(record => record.Number).ToHashSet();
        return new(
            new()
            {
                Numbers = [.. sound.Select(record => record.Number).Distinct().Where(known.ContainsKey)],
                Deep = row => spokenOf.Contains(row.Number) || RecordWriter.IsFolded(row, page.Source),
                Progress = [.. sound.OfType<PreparedProgress>().Select(record => record.Number).Distinct()],
                Stream = page.Source.Id,
                Keys = [.. page.Records.Select(judged => judged.Record.Key).Distinct()],
                Entries = [.. page.Records.Select(judged => judged.Retried?.Id).OfType<long>()],
                OpenOf = [.. sound.Select(record => record.Number).Distinct()],
                Lease = page.Lease,
                About = sound.Count,
            },
            seen);

        // A record of a later time moves the dossier's time on, though it says the same.
        bool IsSeen(Judged judged) =>
            judged.Retried is null
            && Sound(judged) is [PreparedDossier dossier]
            && known.TryGetValue(dossier.Number, out var row)
            && row.Owner == page.Source.Id
            && dossier.EventTime <= row.EventTime
            && RecordWriter.IsKnown(row, dossier);
    }

    private static IReadOnlyList<PreparedRecord> Sound(Judged judged) => judged.Verdict is Verdict.Sound { Records: var records } ? records : [];
}
