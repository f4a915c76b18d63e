using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>What only the running engine knows.</summary>
public interface IEngineWatch
{
    EngineState Now();
}

/// <summary>The engine at this moment.</summary>
/// <param name="Target">The settlement system and what was asked of it.</param>
/// <param name="Stages">What each stage has done since the start.</param>
/// <param name="Running">The connectors with a run under way.</param>
/// <param name="Reconciling">Whether a reconciliation is under way.</param>
public sealed record EngineState(TargetStatus Target, IReadOnlyList<StageRate> Stages, IReadOnlySet<string> Running, bool Reconciling)
{
    /// <summary>An engine that has not begun, and the one that <c>doctor</c> looks from.</summary>
    public static readonly EngineState AtRest =
        new(new(TargetStates.Unknown, null, null, null, null, 0, 0, 0), [], new HashSet<string>(), Reconciling: false);
}
