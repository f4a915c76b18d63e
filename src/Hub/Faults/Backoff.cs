namespace IntegrationHub.Hub.Faults;

/// <summary>
/// How long the outbox waits between attempts:
/// escalating steps, the last one for ever, with up to 20 % of jitter so that rows do not come back in step.
/// </summary>
internal sealed class Backoff(IReadOnlyList<TimeSpan> steps, Random random)
{
    private const double Jitter = 0.2;

    private readonly Lock gate = new();

    public TimeSpan After(int failedAttempts)
    {
        var step = steps[Math.Clamp(failedAttempts, 0, steps.Count - 1)];
        lock (gate)
            return step * (1 + (Jitter * random.NextDouble()));
    }
}
