namespace IntegrationHub.Sim.Settlement.Faults;

internal sealed class FaultCounts
{
    private readonly long[] counts = new long[Enum.GetValues<FaultKind>().Length];

    public void Count(FaultKind kind) => Interlocked.Increment(ref counts[(int)kind]);

    public IReadOnlyDictionary<string, long> ByName() =>
        FaultRates.Kinds.ToDictionary(FaultRates.NameOf, kind => Interlocked.Read(ref counts[(int)kind]));
}
