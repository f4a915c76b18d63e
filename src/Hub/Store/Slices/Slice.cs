using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// The part of the ledger that one decision is about, held in memory: loaded and locked by the engine before the decision, changed by
/// the decision, written by the engine after it, in one transaction. What is decided knows no SQL, and the engines decide nothing.
/// </summary>
internal sealed class Slice(Need need, IIds ids)
{
    private readonly Dictionary<int, BucketMove> buckets = [];

    public Table<string, DossierRow> Dossiers { get; } = new(row => row.Number);

    public Table<string, DossierPackets> Packets { get; } = new(row => row.Number);

    public Table<long, EventRow> Events { get; } = new(row => row.Id, row => row.Number);

    public Table<(string Number, Hash256 Hash), ProgressRow> Progress { get; } = new(row => (row.Number, row.Hash), row => row.Number);

    public Table<long, OutboxRow> Outbox { get; } = new(row => row.Id, row => row.Number);

    public Table<long, QuarantineRow> Quarantine { get; } = new(row => row.Id, row => row.Number, row => row.Key);

    public Table<string, StreamRow> Streams { get; } = new(row => row.Connector);

    /// <summary>Runs that begin.</summary>
    public List<RunRow> Runs { get; } = [];

    /// <summary>Runs that end.</summary>
    public List<RunEnd> RunEnds { get; } = [];

    public List<ReceiptRow> Receipts { get; } = [];

    public List<DifferenceRow> Differences { get; } = [];

    /// <summary>What the totals of a reconciliation grow by.</summary>
    public ReconciledRow? Reconciled { get; set; }

    /// <summary>Attempts that begin.</summary>
    public List<AttemptRow> Attempts { get; } = [];

    /// <summary>Attempts that end.</summary>
    public List<AttemptEnd> AttemptEnds { get; } = [];

    /// <summary>How the digests of the buckets move.</summary>
    public IReadOnlyDictionary<int, BucketMove> Buckets => buckets;

    /// <summary>The epoch of the lease that the decision is made under; 0 without one.</summary>
    public long Epoch => need.Lease?.Epoch ?? 0;

    public long NextId(IdKind kind) => ids.Next(kind);

    /// <summary>The packets of a dossier that was asked for with them, or that is new.</summary>
    public DossierPackets PacketsOf(string number) => Packets.Find(number)
        ?? throw new InvalidOperationException("The decision needs packets that it has not asked for.");

    /// <summary>The pending and dead rows of a dossier, and those that were settled just now, oldest first.</summary>
    public IEnumerable<OutboxRow> RowsOf(string number, OutboxKind kind) => Outbox.Of(number).Where(row => row.Kind == kind);

    /// <summary>The rows of a dossier that are still to be delivered, whatever they carry.</summary>
    public IEnumerable<OutboxRow> PendingOf(string number) => Outbox.Of(number).Where(row => row.IsPending);

    /// <inheritdoc cref="PendingOf(string)"/>
    public IEnumerable<OutboxRow> PendingOf(string number, OutboxKind kind) => RowsOf(number, kind).Where(row => row.IsPending);

    /// <summary>What is open in quarantine of a dossier.</summary>
    public IEnumerable<QuarantineRow> OpenOf(string number) => Quarantine.Of(number).Where(entry => entry.IsOpen);

    /// <summary>What quarantine holds of a source record, by its key.</summary>
    public IEnumerable<QuarantineRow> EntriesOf(string connector, string key) =>
        Quarantine.Of(key, by: 1).Where(entry => entry.Connector == connector);

    /// <summary>Something has happened to a row of the outbox.</summary>
    public void Note(OutboxRow row, OutboxEvent happened) => Outbox.Put(row.After(happened));

    /// <summary>Writes what is acknowledged of a dossier; its leaf moves in its bucket with it.</summary>
    public void Acknowledge(DossierRow before, DossierRow after)
    {
        Dossiers.Put(after);
        var (count, digest) = buckets.GetValueOrDefault(before.Prefix);
        buckets[before.Prefix] = new(
            count + (after.Leaf is null ? 0 : 1) - (before.Leaf is null ? 0 : 1),
            digest ^ (before.Leaf ?? Hash256.Zero) ^ (after.Leaf ?? Hash256.Zero));
    }

    /// <summary>From here on what is done to dossiers and outbox can be undone.</summary>
    public void Mark()
    {
        Dossiers.Mark();
        Packets.Mark();
        Events.Mark();
        Progress.Mark();
        Outbox.Mark();
        Quarantine.Mark();
    }

    /// <summary>What has been done since the mark stays.</summary>
    public void Keep()
    {
        Dossiers.Keep();
        Packets.Keep();
        Events.Keep();
        Progress.Keep();
        Outbox.Keep();
        Quarantine.Keep();
    }

    /// <summary>Undoes what was done since the mark.</summary>
    public void Undo()
    {
        Dossiers.Undo();
        Packets.Undo();
        Events.Undo();
        Progress.Undo();
        Outbox.Undo();
        Quarantine.Undo();
    }
}

/// <summary>How the digest of a bucket moves.</summary>
internal readonly record struct BucketMove(int Count, Hash256 Digest);

/// <summary>What is numbered.</summary>
internal enum IdKind
{
    /// <summary>The order of arrival.</summary>
    Arrival,
    Event,
    Outbox,
    Quarantine,
    Run,
    Attempt,
    Reconciliation,
    Difference,
}

/// <summary>
/// Numbers of the ledger. What was numbered later of one dossier has the higher number, for numbers are given after it was locked.
/// </summary>
internal interface IIds
{
    long Next(IdKind kind);
}
