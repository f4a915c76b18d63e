using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>The calls that write, in the shape that the target's profile asks for.</summary>
internal sealed class SettlementWriter(
    SettlementChannel channel,
    SettlementSession sessions,
    CallSize size,
    SettlementOptions options,
    ILogger<SettlementTarget> logger)
{
    private const int MostAtOnce = 8;

    public async Task<IReadOnlyList<Fault?>> DossiersAsync(IReadOnlyList<DossierItem> items, CancellationToken cancellationToken)
    {
        var sending = new Sending(channel, sessions, size, logger, items.Count);
        var opened = await Sending.UnlessGivenUpAsync(sessions.GetAsync(cancellationToken));
        if (!opened.Succeeded(out var session, out var fault))
            return sending.AllMeet(fault);
        if (session.Capabilities.Profile is TargetProfile.Basic && items.Any(item => item.Mode is WriteMode.Upsert))
            return sending.AllMeet(new Fault.Drift("DongBoHoSoMC: 'Upsert' is of the extended profile, but the target is basic."));

        return await SendAsync(sending, Dossiers(items, session.Capabilities.Profile), session.Capabilities, cancellationToken);
    }

    public async Task<IReadOnlyList<Fault?>> ProgressAsync(IReadOnlyList<ProgressItem> items, CancellationToken cancellationToken)
    {
        var sending = new Sending(channel, sessions, size, logger, items.Count);
        var opened = await Sending.UnlessGivenUpAsync(sessions.GetAsync(cancellationToken));
        return opened.Succeeded(out var session, out var fault)
            ? await SendAsync(sending, Progress(items, session.Capabilities.Profile), session.Capabilities, cancellationToken)
            : sending.AllMeet(fault);
    }

    /// <summary>Batches go side by side, for no two of them hold the same dossier; within a batch call follows call.</summary>
    private async Task<IReadOnlyList<Fault?>> SendAsync(
        Sending sending, IEnumerable<Batch> batches, TargetCapabilities target, CancellationToken cancellationToken)
    {
        var bound = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtOnce, options.MaxConnections) };
        await Parallel.ForEachAsync(batches, bound, async (batch, _) => await sending.SendAsync(batch, target, cancellationToken));
        return sending.Outcomes;
    }

    /// <summary>Extended: as many as a call may hold, by mode. Basic: one a call.</summary>
    private static IEnumerable<Batch> Dossiers(IReadOnlyList<DossierItem> items, TargetProfile profile) =>
        from item in Enumerable.Range(0, items.Count)
        group item by (items[item].Mode, Call: profile is TargetProfile.Extended ? 0 : item) into call
        select new Batch("DongBoHoSoMC", profile, [.. call])
        {
            IsUpdating = IsUpdating(call.Key.Mode),
            Limit = target => target.MaxDossiers,
            Number = i => items[i].Number,
            Packet = i => profile is TargetProfile.Extended
                ? Spliced.Versioned(items[i].Packet, items[i].Version, items[i].Tag)
                : new(items[i].Packet),
        };

    /// <summary>Extended: as many as a call may hold. Basic: rows of one dossier a call.</summary>
    private static IEnumerable<Batch> Progress(IReadOnlyList<ProgressItem> items, TargetProfile profile) =>
        from item in Enumerable.Range(0, items.Count)
        group item by profile is TargetProfile.Extended ? "" : items[item].Number into call
        select new Batch("CapNhatTienDoHoSoMC", profile, [.. call])
        {
            Limit = target => target.MaxProgress,
            Number = i => items[i].Number,
            Packet = i => new(items[i].Row),
        };

    private static string IsUpdating(WriteMode mode) => mode switch
    {
        WriteMode.Insert => "False",
        WriteMode.Update => "True",
        _ => "Upsert",
    };
}
