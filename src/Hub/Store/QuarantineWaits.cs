namespace IntegrationHub.Hub.Store;

/// <summary>
/// When an entry of quarantine is tried again by itself:
/// what waits for the settlement system is asked again with back-off, the rest when its cause goes.
/// </summary>
/// <param name="unread">The waits of the outbox: what could not be asked now is asked again as soon as what could not be sent.</param>
internal sealed class QuarantineWaits(IReadOnlyList<TimeSpan> unread)
{
    private static readonly TimeSpan[] Absent =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The time of the next try, microseconds; null: when its cause goes.</summary>
    public long? After(string code, int failedTries, long now) => code switch
    {
        "base-unread" => now + Wait(unread, failedTries),
        "no-base" => now + Wait(Absent, failedTries),
        _ => null,
    };

    private static long Wait(IReadOnlyList<TimeSpan> steps, int failedTries) =>
        steps[Math.Min(failedTries, steps.Count - 1)].Ticks / TimeSpan.TicksPerMicrosecond;
}
