namespace IntegrationHub.Contracts.Api;

/// <summary>A dossier in the ledger, without anything personal.</summary>
public sealed record RecordSummary
{
    /// <summary><c>MaHoSo</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The connector that owns it; <see langword="null"/>: the settlement system does.</summary>
    public string? Owner { get; init; }

    /// <summary>The connector it is tagged with (<c>nguon</c>).</summary>
    public required string Tag { get; init; }

    /// <summary>Its status, 1-10.</summary>
    public required int Status { get; init; }

    /// <summary>The last <c>PhienBan</c> assigned or seen.</summary>
    public required long Version { get; init; }

    /// <summary>The <c>PhienBan</c> that the settlement system acknowledged.</summary>
    public long? AcknowledgedVersion { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary><c>acknowledged</c>, <c>pending</c>, <c>dead</c> or <c>quarantined</c>: where the newest of it stands.</summary>
    public required string State { get; init; }
}

/// <summary>One page of dossiers, ordered by number.</summary>
/// <param name="Items">The dossiers.</param>
/// <param name="Next">What to give as <c>after</c> to go on: a number; <see langword="null"/> at the end.</param>
public sealed record RecordPage(IReadOnlyList<RecordSummary> Items, string? Next);

/// <summary>Everything the hub knows of how one dossier went, without its contents.</summary>
public sealed record RecordTrace
{
    /// <summary><c>MaHoSo</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The sentence that answers "where does it stand, and what is to be done?".</summary>
    public required string Answer { get; init; }

    /// <summary>The dossier in the ledger; <see langword="null"/> when nothing of it got past quarantine.</summary>
    public RecordSummary? Record { get; init; }

    /// <summary>What happened, in order of time.</summary>
    public required IReadOnlyList<TraceStep> Timeline { get; init; }

    /// <summary>Its outbox rows, the oldest first.</summary>
    public required IReadOnlyList<OutboxRow> Deliveries { get; init; }

    /// <summary>Its entries in quarantine, the oldest first.</summary>
    public required IReadOnlyList<QuarantineEntry> Quarantine { get; init; }

    /// <summary>Differences that reconciliations found on it, the oldest first.</summary>
    public required IReadOnlyList<DifferenceView> Differences { get; init; }
}

/// <summary>One thing that happened to a dossier.</summary>
/// <param name="At">When.</param>
/// <param name="Stage"><c>read</c>, <c>store</c>, <c>deliver</c>, <c>acknowledge</c>, <c>quarantine</c> or <c>reconcile</c>.</param>
/// <param name="What">What, in one line, without personal data.</param>
/// <param name="Connector">By which connector, if any.</param>
public sealed record TraceStep(DateTimeOffset At, string Stage, string What, string? Connector);

/// <summary>A row of the outbox: what must reach the settlement system.</summary>
public sealed record OutboxRow
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary><c>MaHoSo</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The connector.</summary>
    public required string Connector { get; init; }

    /// <summary><c>dossier</c> or <c>progress</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>PhienBan</c>; 0 on a progress row.</summary>
    public required long Version { get; init; }

    /// <summary><c>pending</c>, <c>acknowledged</c>, <c>superseded</c> or <c>dead</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>source</c>, <c>quarantine</c>, <c>repair</c> or <c>resync</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The run that made it.</summary>
    public required long RunId { get; init; }

    /// <summary>Attempts whose answer is known, the one that succeeded too; a retry by a person goes on counting.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the next attempt may be made.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// The last fault: <c>Transient</c>, <c>Throttled</c>, <c>AuthExpired</c>, <c>AuthRefused</c>, <c>Duplicate</c>,
    /// <c>OutOfOrder</c>, <c>NewerAtTarget</c>, <c>Rejected</c>, <c>UnknownOutcome</c> or <c>Drift</c>.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>What happened and what to do.</summary>
    public string? Message { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its fate was known.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The attempts it was part of, the oldest first; only where a single row or record is asked for.</summary>
    public IReadOnlyList<AttemptView> Attempted { get; init; } = [];
}

/// <summary>An attempt to deliver: one call to the settlement system.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StartedAt">When it was recorded, before the call.</param>
/// <param name="EndedAt">
/// When its answer was written, or the next start found that it was cut off; <see langword="null"/> while it is under way.
/// </param>
/// <param name="Outcome">
/// What came of it: <c>known</c> (an answer told the fate of its rows) or <c>abandoned</c> (cut off; the settlement system is asked
/// first); <see langword="null"/> while it is under way.
/// </param>
public sealed record AttemptView(long Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Outcome);
