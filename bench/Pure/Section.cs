using System.Diagnostics;
using IntegrationHub.Bench.Processes;

namespace IntegrationHub.Bench.Pure;

/// <summary>What one part of the path from the source to the store costs.</summary>
/// <param name="Name">The part.</param>
/// <param name="Microseconds">Processor time for a dossier, with the garbage it leaves.</param>
/// <param name="Bytes">What is allocated for a dossier.</param>
internal sealed record Section(string Name, double Microseconds, double Bytes)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    /// <summary>How many dossiers one core does in a second.</summary>
    public double PerSecond => 1e6 / Microseconds;

    /// <summary>Does the work over and over, after a first time that does not count, and takes the least of what it cost.</summary>
    public static Section Of(string name, int dossiers, Action work)
    {
        work();
        var (least, bytes) = (double.MaxValue, 0.0);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < LongEnough;)
        {
            var (before, allocated) = (Processor(), GC.GetTotalAllocatedBytes());
            work();
            least = Math.Min(least, (Processor() - before).TotalMicroseconds / dossiers);
            bytes = (double)(GC.GetTotalAllocatedBytes() - allocated) / dossiers;
        }

        return new(name, least, bytes);
    }

    private static TimeSpan Processor() => Work.Of(Environment.ProcessId);
}
