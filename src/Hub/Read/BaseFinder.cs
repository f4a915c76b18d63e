using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Read;

/// <summary>
/// Looks up, at the settlement system, dossiers that a page speaks of and the ledger does not know. Outside the store
/// transaction; a target that is down stops no page, the records concerned wait in quarantine.
/// </summary>
internal sealed class BaseFinder(ICollectStore store, ITarget target, TimeProvider clock)
{
    // Asked to wait a moment, it waits; a target that is down is not waited for.
    private readonly Patience patience = new(clock, throughStumbles: false);

    private static readonly IReadOnlyDictionary<string, Base> None = new Dictionary<string, Base>();

    public async Task<IReadOnlyDictionary<string, Base>> FindAsync(IReadOnlyList<Judged> page, CancellationToken cancellationToken)
    {
        var sound = page.Select(j => j.Verdict).OfType<Verdict.Sound>().SelectMany(v => v.Records).ToList();
        var own = sound.OfType<PreparedDossier>().Select(d => d.Number).ToHashSet();
        var needed = sound.Select(r => r.Number).Where(n => !own.Contains(n)).Distinct().ToList();
        if (needed.Count == 0)
            return None;

        var unknown = (await store.UnknownAsync(needed, cancellationToken)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
            return None;

        var capabilities = await target.CapabilitiesAsync(cancellationToken);
        if (!capabilities.Succeeded(out var can, out var fault))
            return unknown.ToDictionary(n => n, Base (_) => new Base.Unread(fault));

        var answers = await patience.AskAllAsync(
            unknown, some => target.QueryAsync(some, withProgress: can.Profile is TargetProfile.Extended, cancellationToken), cancellationToken);
        return unknown.Zip(answers).ToDictionary(a => a.First, a => Read(a.Second));
    }

    private static Base Read(Outcome<TargetDossier?> answer) =>
        !answer.Succeeded(out var dossier, out var fault) ? new Base.Unread(fault)
        : dossier is null ? new Base.Absent()
        : new Base.Found(dossier);
}
