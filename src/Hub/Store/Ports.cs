using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Store;

/// <summary>What collecting asks of the ledger. One deep call a decision.</summary>
internal interface ICollectStore
{
    /// <summary>Where the stream stands.</summary>
    Task<StreamState> StreamAsync(string connector, CancellationToken cancellationToken);

    Task<long> BeginRunAsync(string connector, string origin, string trigger, CancellationToken cancellationToken);

    /// <summary>Of these dossiers, those that the ledger does not hold yet.</summary>
    Task<IReadOnlySet<string>> UnknownAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken);

    /// <summary>STORE: receipt, dossiers, outbox, quarantine and watermark in one transaction.</summary>
    Task<PageReceipt> CommitPageAsync(PageCommit page, CancellationToken cancellationToken);

    /// <summary>Ends a run, and pauses the connector where the fault asks for a person.</summary>
    Task EndRunAsync(long run, string connector, Fault? fault, bool pause, CancellationToken cancellationToken);

    /// <summary>Entries of quarantine that are due to be tried again, ordered by id.</summary>
    Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, CancellationToken cancellationToken);

    /// <summary>Of these entries of quarantine, how many are closed.</summary>
    Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken);
}

/// <summary>What delivering asks of the ledger. A range has one worker at a time, so no row is taken twice.</summary>
internal interface IDeliverStore
{
    /// <summary>The ranges that have a row to deliver now.</summary>
    Task<IReadOnlyList<int>> DueRangesAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, int limit, CancellationToken cancellationToken);

    /// <summary>Progress rows whose dossier has nothing pending, in order.</summary>
    Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, int limit, CancellationToken cancellationToken);

    /// <summary>Folds in what the target holds of dossiers that no connector owns, and what it holds of versions.</summary>
    Task<IReadOnlyList<PendingDossier>> RebaseAsync(IReadOnlyList<(PendingDossier Row, TargetDossier Target)> read, CancellationToken cancellationToken);

    /// <summary>Records an attempt, durably, before the call.</summary>
    Task<long> OpenAttemptAsync(int range, IReadOnlyList<PendingDossier> rows, CancellationToken cancellationToken);

    /// <inheritdoc cref="OpenAttemptAsync(int, IReadOnlyList{PendingDossier}, CancellationToken)"/>
    Task<long> OpenAttemptAsync(int range, IReadOnlyList<PendingProgress> rows, CancellationToken cancellationToken);

    /// <summary>ACKNOWLEDGE: writes each row once, now that its fate is known.</summary>
    Task CloseAttemptAsync(long? attempt, IReadOnlyList<Settled> settled, CancellationToken cancellationToken);
}

/// <summary>What the ledger is bound to.</summary>
internal interface IBindingStore
{
    /// <summary>The target that the ledger is bound to; null before it has met an extended one.</summary>
    Task<string?> BoundAsync(CancellationToken cancellationToken);

    /// <summary>Binds the ledger, unless it is bound already.</summary>
    /// <returns>The target that it is bound to.</returns>
    Task<string> BindAsync(string target, CancellationToken cancellationToken);
}

/// <summary>What reconciling asks of the ledger.</summary>
internal interface IReconcileStore
{
    Task<long> BeginReconciliationAsync(string trigger, CancellationToken cancellationToken);

    /// <summary>The ledger's bucket digests, by the first three hex digits.</summary>
    Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken);

    /// <summary>The dossiers of one bucket as acknowledged, ordered by number.</summary>
    Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken);

    /// <summary>The numbers of all dossiers that this account has written, ordered, a page at a time.</summary>
    Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken);

    /// <summary>Some dossiers as they are now.</summary>
    Task<IReadOnlyDictionary<string, LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken);

    /// <summary>Writes differences into the log and, where asked, their repairs: new rows of the outbox, the one way out.</summary>
    Task AddDifferencesAsync(long reconciliation, IReadOnlyList<Difference> differences, bool repair, CancellationToken cancellationToken);

    /// <summary>Writes the totals; the differences are in the log already.</summary>
    Task EndReconciliationAsync(long reconciliation, Findings findings, CancellationToken cancellationToken);
}

/// <summary>Where a stream stands.</summary>
internal sealed record StreamState(Position? Watermark, Position? Position, bool Paused)
{
    /// <summary>Where a run starts: where the last one died, else the watermark less the lag.</summary>
    public Position? Start(TimeSpan lag) => Position ?? Watermark?.Back(lag);
}

/// <summary>A page to store.</summary>
internal sealed record PageCommit
{
    public required long Run { get; init; }

    public required int PageNo { get; init; }

    public required string Origin { get; init; }

    public required Source Source { get; init; }

    public required IReadOnlyList<Judged> Records { get; init; }

    /// <summary>What the target holds of dossiers that the ledger does not know and no connector owns.</summary>
    public IReadOnlyDictionary<string, Base> Bases { get; init; } = new Dictionary<string, Base>();

    /// <summary>Where the watermark moves; null where nothing was read from a source.</summary>
    public Position? ReadUpTo { get; init; }

    /// <summary>Where a run that dies now goes on; null when the run is through.</summary>
    public Position? Next { get; init; }
}

/// <summary>What looking up a dossier at the target gave.</summary>
internal abstract record Base
{
    private Base()
    {
    }

    public sealed record Found(TargetDossier Dossier) : Base;

    public sealed record Absent : Base;

    public sealed record Unread(Fault Fault) : Base;
}

/// <summary>The counts of a page; they balance, or the store refuses them.</summary>
internal sealed record PageReceipt(int Read, int Unchanged, int Ignored, int Quarantined, int Accepted);

/// <summary>Which of the entries that are due.</summary>
/// <param name="Connectors">Only of these; what cannot be tried must not keep the rest waiting.</param>
/// <param name="Selection">Only what an operator chose; by itself, everything.</param>
/// <param name="After">Only ids above this one.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record DueEntries(IReadOnlyCollection<string> Connectors, QuarantineSelection Selection, long After, int Limit);

/// <summary>An entry of quarantine to be tried again.</summary>
internal sealed record QuarantineEntry(long Id, string Connector, SourceRecord Record, string CorrelationId, int Attempts);

/// <summary>A dossier to deliver, in its present form.</summary>
internal sealed record PendingDossier
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required long Version { get; init; }

    public required int Attempts { get; init; }

    public required bool QueryFirst { get; init; }

    public required string? Fault { get; init; }

    public required string Packet { get; init; }

    public required Hash256 Hash { get; init; }

    public required bool Owned { get; init; }

    public required string Tag { get; init; }

    /// <summary>Whether the target has acknowledged the dossier before.</summary>
    public required bool AckedBefore { get; init; }
}

/// <summary>A progress row to deliver.</summary>
internal sealed record PendingProgress(long Id, string Number, string Row, Hash256 Hash, int Attempts);

/// <summary>The fate of one row after an attempt.</summary>
internal abstract record Settled(long Row, string Number)
{
    /// <summary>The target has it: written by this account, or only found there.</summary>
    public sealed record DossierAcknowledged(PendingDossier Sent, long Version, bool Written) : Settled(Sent.Id, Sent.Number);

    public sealed record ProgressAcknowledged(PendingProgress Sent) : Settled(Sent.Id, Sent.Number);

    /// <summary>It stays pending.</summary>
    public sealed record Waits(long Row, string Number, DateTimeOffset DueAt, bool QueryFirst, Fault Fault) : Settled(Row, Number);

    /// <summary>A progress row waits for its dossier, which is queued again if it had been acknowledged.</summary>
    public sealed record Held(long Row, string Number, DateTimeOffset DueAt, Fault Fault) : Settled(Row, Number);

    /// <summary>A person must look; the version is the one seen at the target, if that is why.</summary>
    public sealed record Died(long Row, string Number, Fault Fault, long SeenVersion = 0) : Settled(Row, Number);
}

/// <summary>A dossier as the ledger has it acknowledged.</summary>
internal sealed record LedgerDossier
{
    public required string Number { get; init; }

    public required string Connector { get; init; }

    public required bool Owned { get; init; }

    public required long Version { get; init; }

    public required Hash256 Hash { get; init; }

    public required string Status { get; init; }

    public required long ProgressCount { get; init; }

    public required Hash256 ProgressDigest { get; init; }

    /// <summary>Whether anything of it is still on its way, so that a difference says nothing.</summary>
    public required bool Moving { get; init; }

    /// <summary>Whether anything of it is dead, so that a person must look.</summary>
    public required bool Dead { get; init; }

    public required bool Written { get; init; }

    /// <summary>Its present packet; read only where members are compared.</summary>
    public string? Packet { get; init; }
}

/// <summary>What a reconciliation found, in numbers; what they count is in the log.</summary>
internal sealed record Findings
{
    /// <summary><c>digest</c> or <c>query</c>; null when the target never said what it is.</summary>
    public string? Mode { get; init; }

    public Fault? Fault { get; init; }

    public long Ledger { get; init; }

    public long? Target { get; init; }

    public long Compared { get; init; }

    public long Calls { get; init; }

    public long Differences { get; init; }
}

/// <summary>One difference between ledger and target.</summary>
internal sealed record Difference
{
    public required string Number { get; init; }

    public required string Connector { get; init; }

    public required DifferenceKind Kind { get; init; }

    /// <summary>Names of the packet members that differ; never values.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public long? LedgerVersion { get; init; }

    public long? TargetVersion { get; init; }

    public string? LedgerStatus { get; init; }

    public string? TargetStatus { get; init; }

    /// <summary>The progress rows found at the target, where they differ.</summary>
    public IReadOnlyList<Hash256>? TargetProgress { get; init; }
}
