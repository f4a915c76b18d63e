namespace IntegrationHub.Hub.Store;

/// <summary>What the totals of a connector grow by.</summary>
internal sealed class Totals
{
    public long Read { get; private set; }

    public long Unchanged { get; private set; }

    public long Ignored { get; private set; }

    public long Quarantined { get; private set; }

    public long Accepted { get; private set; }

    /// <summary>Rows of the outbox by their state.</summary>
    public long[] Rows { get; } = new long[4];

    /// <summary>What a decision moves, by connector, in the order of their ids.</summary>
    public static SortedDictionary<string, Totals> Of(Slice slice)
    {
        var totals = new SortedDictionary<string, Totals>(StringComparer.Ordinal);
        foreach (var receipt in slice.Receipts)
            Of(totals, receipt.Connector).Add(receipt.Counts);
        foreach (var row in slice.Outbox.Added)
            Of(totals, row.Connector).Rows[(int)row.State]++;
        foreach (var (before, row) in slice.Outbox.Moves.Where(move => move.Before.State != move.Now.State))
        {
            Of(totals, row.Connector).Rows[(int)before.State]--;
            Of(totals, row.Connector).Rows[(int)row.State]++;
        }

        return totals;
    }

    private static Totals Of(SortedDictionary<string, Totals> totals, string connector)
    {
        if (!totals.TryGetValue(connector, out var found))
            totals.Add(connector, found = new());
        return found;
    }

    private void Add(PageReceipt counts)
    {
        Read += counts.Read;
        Unchanged += counts.Unchanged;
        Ignored += counts.Ignored;
        Quarantined += counts.Quarantined;
        Accepted += counts.Accepted;
    }
}
