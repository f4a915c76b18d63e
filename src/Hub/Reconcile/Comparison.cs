using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Reconcile;

/// <summary>
/// Compares dossiers one by one: the ledger, the target, and the ledger again. What the ledger says otherwise the second time was on
/// its way meanwhile, and is left to the next reconciliation.
/// </summary>
internal sealed class Comparison(IReconcileStore store, ITarget target, TargetReads reads)
{
    // Large enough that a read that stumbles holds up few others, small enough for one transaction and little memory.
    public const int PageSize = 1000;

    /// <summary>Compares one page; a dossier that cannot be read keeps no other from being compared.</summary>
    public async Task<Compared> CompareAsync(IReadOnlyList<string> page, bool withProgress, CancellationToken cancellationToken)
    {
        var calls = 0L;
        var before = await store.DossiersAsync(page, withPackets: false, cancellationToken);
        var answers = await reads.ReadAllAsync(page, AskAsync, cancellationToken);
        var after = await store.DossiersAsync(page, withPackets: true, cancellationToken);

        var differences = new List<Difference>();
        foreach (var (number, answer) in page.Zip(answers))
        {
            if (!answer.Succeeded(out var there, out _))
                continue;
            if (Compare(number, before.GetValueOrDefault(number), after.GetValueOrDefault(number), there) is { } difference)
                differences.Add(difference);
        }

        return new(differences, calls, answers.Select(answer => answer.Fault).FirstOrDefault(fault => fault is not null))
        {
            Stops = answers.Count > 0 && answers.All(answer => answer.Fault is not null),
        };

        // A dossier is one call, and where it is there its progress is another.
        async Task<IReadOnlyList<Outcome<TargetDossier?>>> AskAsync(IReadOnlyList<string> some)
        {
            var got = await target.QueryAsync(some, withProgress, cancellationToken);
            calls += some.Count + got.Count(answer => answer.Value?.Progress is not null);
            return got;
        }
    }

    /// <summary>Pure: how the two sides differ, or null.</summary>
    public static Difference? Compare(string number, LedgerDossier? before, LedgerDossier? after, TargetDossier? there)
    {
        var here = after;
        if (before != (after is null ? null : after with { Packet = null }) || here is { Moving: true } or { Written: false, Dead: false })
            return null;
        return (here, there) switch
        {
            (null, null) => null,
            (null, { } only) =>
                new() { Number = number, Connector = only.Tag, Kind = DifferenceKind.OnlyAtTarget, TargetVersion = only.Version },
            ({ } lost, null) => Of(lost, lost.Dead ? DifferenceKind.Dead : DifferenceKind.MissingInTarget),
            ({ } one, { } other) => Content(one, other) ?? Progress(one, other),
        };
    }

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
        here.Owned && there.Version > here.Version ? DifferenceKind.VersionNewerAtTarget
        : here.Dead ? DifferenceKind.Dead
        : !here.Owned ? DifferenceKind.EditedAtTarget
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
            : Of(here, here.Dead ? DifferenceKind.Dead : DifferenceKind.ProgressDiffers) with
            {
                TargetVersion = there.Version,
                TargetProgress = rows,
            };
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
/// <param name="Differences">The differences.</param>
/// <param name="Calls">Calls made.</param>
/// <param name="Fault">Why not all could be compared; the others were.</param>
internal sealed record Compared(IReadOnlyList<Difference> Differences, long Calls, Fault? Fault)
{
    /// <summary>Whether none could be, so that going on is idle.</summary>
    public bool Stops { get; init; }
}
