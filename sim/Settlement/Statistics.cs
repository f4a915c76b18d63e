namespace IntegrationHub.Sim.Settlement;

/// <summary>Calls by kind, and items by their fate.</summary>
internal sealed class Statistics
{
    private long reads;
    private long writes;
    private long accepted;
    private long refused;

    public long Reads => Interlocked.Read(ref reads);

    public long Writes => Interlocked.Read(ref writes);

    public long Accepted => Interlocked.Read(ref accepted);

    public long Refused => Interlocked.Read(ref refused);

    public void CountRead() => Interlocked.Increment(ref reads);

    public void CountWrite() => Interlocked.Increment(ref writes);

    public void CountItems(int acceptedItems, int refusedItems)
    {
        Interlocked.Add(ref accepted, acceptedItems);
        Interlocked.Add(ref refused, refusedItems);
    }
}
