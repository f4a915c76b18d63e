using System.Globalization;

namespace IntegrationHub.Contracts.Api;

/// <summary>One thing that the headline says.</summary>
/// <param name="Code">Which: a key of <see cref="Headline.English"/>.</param>
/// <param name="Count">How many connectors, or differences, it speaks of.</param>
/// <param name="Of">Of how many.</param>
public sealed record HeadlinePart(string Code, long Count, long Of);

/// <summary>
/// "Is anything wrong that needs me?": decided here for API, CLI and status page alike; only the words differ by language.
/// </summary>
public static class Headline
{
    /// <summary>The counts do not balance.</summary>
    public const string OutOfBalance = "outOfBalance";

    /// <summary>The last reconciliation failed: nobody knows whether both sides agree.</summary>
    public const string ReconciliationFailed = "reconciliationFailed";

    /// <summary>The last reconciliation found differences that the hub does not mend.</summary>
    public const string DifferencesOpen = "differencesOpen";

    /// <summary>A reconciliation is under way.</summary>
    public const string Reconciling = "reconciling";

    /// <summary>No connector is configured.</summary>
    public const string NoConnector = "noConnector";

    /// <summary>Every connector is healthy.</summary>
    public const string AllWell = "allWell";

    /// <summary>What each part says in English; {0} is its count, {1} of how many.</summary>
    public static IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        [OutOfBalance] = "The ledger does not balance: run hub-server doctor --invariants",
        [TargetStates.Mismatch] = "The ledger is bound to another settlement system; delivery is stopped",
        [TargetStates.Refused] = "The settlement system refuses the account; delivery is stopped",
        [TargetStates.Unreachable] = "The settlement system does not answer; delivery goes on by itself",
        [ReconciliationFailed] = "The last reconciliation failed; see why: hub reconcile diff",
        [DifferencesOpen] = "Differences that need a person: {0}; list them: hub reconcile diff",
        [Reconciling] = "A reconciliation is under way",
        [NoConnector] = "No connector is configured",
        [AllWell] = "All is well: {0} of {1} connectors healthy",
        [HealthStates.NeedsAction] = "{0} of {1} connectors need action",
        [HealthStates.Recovering] = "{0} recovering by itself",
        [HealthStates.Paused] = "{0} paused",
        [HealthStates.NeverRun] = "{0} not run yet",
        [HealthStates.Healthy] = "{0} healthy",
    };

    /// <summary>What it says, the worst first.</summary>
    /// <param name="health">How many connectors are in which state.</param>
    /// <param name="balanced">Whether the counts balance.</param>
    /// <param name="target">The state of the settlement system.</param>
    /// <param name="last">The last reconciliation that has ended, if there was one.</param>
    /// <param name="reconciling">Whether another one is under way.</param>
    /// <returns>The parts in order.</returns>
    public static IReadOnlyList<HeadlinePart> Of(
        HealthCounts health, bool balanced, string target, ReconciliationView? last, bool reconciling)
    {
        var connectors = health.Healthy + health.Recovering + health.NeedsAction + health.Paused + health.NeverRun;
        List<HeadlinePart> parts = [];
        if (!balanced)
            parts.Add(new(OutOfBalance, connectors, connectors));
        if (target is TargetStates.Mismatch or TargetStates.Refused or TargetStates.Unreachable)
            parts.Add(new(target, connectors, connectors));
        if (Of(last) is { } reconciliation)
            parts.Add(reconciliation);
        if (reconciling)
            parts.Add(new(Reconciling, 1, 1));
        if (connectors == 0)
            parts.Add(new(NoConnector, 0, 0));
        else if (health.Healthy == connectors && parts.Count == 0)
            parts.Add(new(AllWell, connectors, connectors));
        else
            parts.AddRange(from part in Counted(health) where part.Count > 0 select new HeadlinePart(part.Code, part.Count, connectors));
        return parts;
    }

    /// <summary>The sentence in a language.</summary>
    /// <param name="parts">What it says.</param>
    /// <param name="words">What each part says in that language.</param>
    /// <returns>The sentence.</returns>
    public static string Say(IEnumerable<HeadlinePart> parts, IReadOnlyDictionary<string, string> words) =>
        string.Join(" · ", parts.Select(part => string.Format(CultureInfo.InvariantCulture, words[part.Code], part.Count, part.Of)));

    private static HeadlinePart? Of(ReconciliationView? last) => last switch
    {
        { State: RunStates.Failed } => new(ReconciliationFailed, 1, 1),
        { NeedPerson: > 0 and var differences } => new(DifferencesOpen, differences, last.Differences),
        _ => null,
    };

    private static (string Code, int Count)[] Counted(HealthCounts health) =>
    [
        (HealthStates.NeedsAction, health.NeedsAction), (HealthStates.Recovering, health.Recovering), (HealthStates.Paused, health.Paused),
        (HealthStates.NeverRun, health.NeverRun), (HealthStates.Healthy, health.Healthy),
    ];
}
