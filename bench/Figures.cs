using IntegrationHub.Bench.Processes;

namespace IntegrationHub.Bench;

/// <summary>What one run came to.</summary>
/// <param name="Seconds">From the command to the last record, by the wall.</param>
/// <param name="PeakMemoryMiB">The most memory the hub ever held; of <c>limit</c>, its own process.</param>
/// <param name="Work">What hub, source and target worked for it; of <c>limit</c>, its own process in the hub's place.</param>
/// <param name="LedgerBytes">How large the ledger was at the end.</param>
/// <param name="LimitSeconds">What the same dossiers took without a ledger, right before.</param>
internal sealed record Figures(double Seconds, double PeakMemoryMiB, Work Work, long LedgerBytes = 0, double? LimitSeconds = null)
{
    public double? RatioToLimit => LimitSeconds / Seconds;
}
