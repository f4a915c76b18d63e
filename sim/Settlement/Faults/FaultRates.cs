namespace IntegrationHub.Sim.Settlement.Faults;

/// <summary>The share of calls that each fault strikes. Latency comes on top of the others, of which a call meets one.</summary>
internal sealed class FaultRates
{
    private readonly Dictionary<FaultKind, double> rates = new()
    {
        [FaultKind.Latency] = 0.05,
        [FaultKind.Throttled] = 0.01,
        [FaultKind.Http500] = 0.015,
        [FaultKind.CutBody] = 0.01,
        [FaultKind.Html] = 0.005,
        [FaultKind.SessionExpired] = 0.005,
        [FaultKind.TimeoutBeforeCommit] = 0.003,
        [FaultKind.TimeoutAfterCommit] = 0.005,
        [FaultKind.Unavailable] = 0.003,
        [FaultKind.NotNow] = 0.005,
    };

    public static IEnumerable<FaultKind> Kinds => Enum.GetValues<FaultKind>().Where(kind => kind != FaultKind.None);

    public double this[FaultKind kind]
    {
        get => rates[kind];
        set => rates[kind] = value;
    }

    /// <summary>As the option and the statistics spell it.</summary>
    public static string NameOf(FaultKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
