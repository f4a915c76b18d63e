namespace IntegrationHub.Hub.Store;

/// <summary>When an entry of quarantine is tried again by itself: what waits for the settlement system is asked again with back-off, the rest when its cause goes.</summary>
internal static class QuarantineWaits
{
    private static readonly TimeSpan[] Unread = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];

    private static readonly TimeSpan[] Absent = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>The time of the next try, microseconds; null: when its cause goes.</summary>
    public static long? After(string code, int failedTries, long now) => code switch
    {
        "base-unread" => now + Wait(Unread, failedTries),
        "no-base" => now + Wait(Absent, failedTries),
        _ => null,
    };

    private static long Wait(TimeSpan[] steps, int failedTries) => steps[Math.Min(failedTries, steps.Length - 1)].Ticks / TimeSpan.TicksPerMicrosecond;
}
