namespace IntegrationHub.Sim.Settlement.Faults;

/// <summary>What happens to one call.</summary>
/// <param name="Kind">The fault, or none.</param>
/// <param name="Latency">How much later it is answered.</param>
/// <param name="Coin">Which of a fault's two variants: has the call taken effect, is it HTTP 401 or code "401", is a date told.</param>
/// <param name="Second">The same for a fault that varies in two ways; without a fault, is "accepted" spelt "00".</param>
internal readonly record struct Strike(FaultKind Kind, TimeSpan Latency, bool Coin, bool Second);

/// <summary>The fate of the n-th call that can be struck, decided by the seed alone.</summary>
internal sealed class FaultSequence(FaultRates rates, int seed)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public Strike Next()
    {
        lock (gate)
        {
            var latency = random.NextDouble() < rates[FaultKind.Latency];
            var delay = TimeSpan.FromMilliseconds(random.Next(20, 201));
            var kind = Pick(random.NextDouble());
            var coin = random.NextDouble() < 0.5;
            var second = random.NextDouble() < 0.5;
            return new Strike(kind, latency ? delay : TimeSpan.Zero, coin, second);
        }
    }

    private FaultKind Pick(double draw)
    {
        foreach (var kind in FaultRates.Kinds.Where(kind => kind != FaultKind.Latency))
        {
            if (draw < rates[kind])
                return kind;
            draw -= rates[kind];
        }

        return FaultKind.None;
    }
}
