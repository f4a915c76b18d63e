namespace IntegrationHub.Connectors.Sdk;

/// <summary>What the hub asked of the target since it started; for the console, the demo and metrics.</summary>
public sealed class TargetCounters
{
    private long reads;
    private long writes;
    private long faults;

    /// <summary>Calls that only read.</summary>
    public long Reads => Interlocked.Read(ref reads);

    /// <summary>Calls that may write.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <summary>Calls of either kind that met a fault other than an orderly refusal of an item.</summary>
    public long Faults => Interlocked.Read(ref faults);

    /// <summary>Counts a reading call.</summary>
    public void CountRead() => Interlocked.Increment(ref reads);

    /// <summary>Counts a writing call.</summary>
    public void CountWrite() => Interlocked.Increment(ref writes);

    /// <summary>Counts a fault.</summary>
    public void CountFault() => Interlocked.Increment(ref faults);
}
