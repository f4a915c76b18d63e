namespace IntegrationHub.Hub;

/// <summary>The ledger keeps times as whole microseconds since 1970; <c>PhienBan</c> counts in the same unit.</summary>
internal static class Clock
{
    public static long Micros(this DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static long NowMicros(this TimeProvider clock) => clock.GetUtcNow().Micros();
}
