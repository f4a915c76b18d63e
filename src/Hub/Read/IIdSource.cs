namespace IntegrationHub.Hub.Read;

/// <summary>Where correlation ids come from; injected, so that a simulation can repeat itself.</summary>
internal interface IIdSource
{
    string Next();
}

/// <summary>Ids that sort by time: the start of the process and a counter.</summary>
internal sealed class CountingIds(TimeProvider clock) : IIdSource
{
    private readonly string prefix = clock.NowMicros().ToString("x", System.Globalization.CultureInfo.InvariantCulture);
    private long last;

    public string Next() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref last):x}");
}
