using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Reconcile;

/// <summary>
/// Compares dossiers one by one, both sides as they are now: the target first, the ledger after it, so that what was on its way
/// meanwhile shows as moving and is left to the next reconciliation.
/// </summary>
internal sealed class Comparison(IReconcileStore store, ITarget target, Patience patience)
{
    public const int PageSize = 200;

    public async Task<Compared> CompareAsync(IReadOnlyList<string> numbers, bool withProgress, CancellationToken cancellationToken)
    {
        var differences = new List<Difference>();
        foreach (var chunk in numbers.Chunk(PageSize))
        {
            var answers = await patience.AskAllAsync(chunk, some => target.QueryAsync(some, withProgress, cancellationToken), cancellationToken);
            var ledger = (await store.DossiersAsync(chunk, cancellationToken)).ToDictionary(d => d.Number);
            foreach (var (number, answer) in chunk.Zip(answers))
            {
                if (!answer.Succeeded(out var there, out var fault))
                    return new(differences, numbers.Count, fault);
                if (Compare(number, ledger.GetValueOrDefault(number), there) is { } difference)
                    differences.Add(difference);
            }
        }

        return new(differences, numbers.Count, null);
    }

    /// <summary>Pure: how the two sides differ, or null.</summary>
    public static Difference? Compare(string number, LedgerDossier? here, TargetDossier? there) => (here, there) switch
    {
        ({ Moving: true }, _) or ({ Written: false }, _) or (null, null) => null,
        (null, { } only) => new() { Number = number, Connector = only.Tag, Kind = DifferenceKind.OnlyAtTarget, TargetVersion = only.Version },
        ({ } lost, null) => Of(lost, DifferenceKind.MissingInTarget),
        ({ } one, { } other) => Content(one, other) ?? Progress(one, other),
    };

    private static Difference? Content(LedgerDossier here, TargetDossier there)
    {
        if (PacketDigest.TomTat(there.Packet) == here.Hash)
            return null;

        var target = Fold.Parse(there.Packet);
        var members = PacketDiff.Members(Fold.Parse(here.Packet!), target);
        return Of(here, Kind(here, there, members)) with
        {
            Members = members,
            TargetVersion = there.Version,
            TargetStatus = Fold.StatusOf(target).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static DifferenceKind Kind(LedgerDossier here, TargetDossier there, IReadOnlyList<string> members) =>
        !here.Owned ? DifferenceKind.EditedAtTarget
        : there.Version > here.Version ? DifferenceKind.VersionNewerAtTarget
        : members.Contains(PacketNames.TrangThaiHoSo) ? DifferenceKind.StatusDiffers
        : members.Any(m => m.StartsWith("Ngay", StringComparison.Ordinal)) ? DifferenceKind.DateDiffers
        : members.Contains(PacketNames.DanhSachGiayToKetQua) ? DifferenceKind.ResultDiffers
        : DifferenceKind.FieldDiffers;

    private static Difference? Progress(LedgerDossier here, TargetDossier there)
    {
        if (there.Progress is null)
            return null;

        var rows = there.Progress.Select(PacketDigest.RowHash).ToList();
        return rows.Count == here.ProgressCount && rows.Aggregate(Hash256.Zero, (sum, hash) => sum ^ hash) == here.ProgressDigest
            ? null
            : Of(here, DifferenceKind.ProgressDiffers) with { TargetVersion = there.Version, TargetProgress = rows };
    }

    private static Difference Of(LedgerDossier here, DifferenceKind kind) => new()
    {
        Number = here.Number,
        Connector = here.Connector,
        Kind = kind,
        LedgerVersion = here.Version,
        LedgerStatus = here.Status,
    };
}

/// <summary>What comparing found.</summary>
internal sealed record Compared(IReadOnlyList<Difference> Differences, long Calls, Fault? Fault);
