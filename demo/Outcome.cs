using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Compare;

namespace IntegrationHub.Demo;

/// <summary>What <c>--once</c> came to. <see cref="Seconds"/> is the hub's work, without the start and without the comparing.</summary>
internal sealed record Outcome(HubStatus Status, Findings Findings, double Seconds)
{
    /// <summary>What stopped the work or spoilt its end, in one sentence.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether progress and surplus dossiers could be compared.</summary>
    public bool Extended { get; init; }

    public bool Faults { get; init; }

    /// <summary>The hub's.</summary>
    public double PeakMemoryMiB { get; init; }

    public long Pending => Status.Connectors.Sum(c => c.Pending);

    private bool Balanced => Status.Balanced && Status.Connectors.All(c => c.Balanced);

    /// <summary>Good only if nothing went wrong, the balance holds, nothing is pending, and every difference is explained.</summary>
    public bool Good => Verdict is null;

    /// <summary>Why it is not good, or nothing.</summary>
    public string? Verdict => this switch
    {
        { Problem: { } problem } => problem,
        { Balanced: false } => "the counts do not balance.",
        { Pending: > 0 } => FormattableString.Invariant($"{Pending:N0} records are still pending."),
        { Findings.Unexplained: > 0 } => FormattableString.Invariant($"{Findings.Unexplained:N0} differences are not explained."),
        _ => null,
    };
}
