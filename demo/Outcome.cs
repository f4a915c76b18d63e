using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Compare;

namespace IntegrationHub.Demo;

/// <summary>What <c>--once</c> came to. <see cref="Seconds"/> is the hub's work, without the start and without the comparing.</summary>
internal sealed record Outcome(HubStatus Status, HubActivity Activity, Findings Findings, double PeakMemoryMiB, double Seconds)
{
    public long Pending => Status.Connectors.Sum(c => c.Pending);

    /// <summary>Good only if the balance holds, nothing is pending, and the hub itself lists a reason for every difference.</summary>
    public bool Good => Status.Balanced && Status.Connectors.All(c => c.Balanced) && Pending == 0 && Findings.Unexplained == 0;
}
