using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts.Api;

/// <summary>Asks for a reconciliation.</summary>
/// <param name="Repair">Whether differences that the hub may mend are mended.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record StartReconciliationRequest(bool Repair = true);

/// <summary>A reconciliation of the ledger with the settlement system.</summary>
public sealed record ReconciliationView
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary>What started it: <c>schedule</c> or <c>manual</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>
    /// <c>digest</c> (by digests, descending to what differs) or <c>query</c> (one by one); <see langword="null"/> until decided.
    /// </summary>
    public string? Mode { get; init; }

    /// <summary><c>running</c>, <c>completed</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Dossiers acknowledged in the ledger.</summary>
    public required long Ledger { get; init; }

    /// <summary>Dossiers at the settlement system, where it can tell.</summary>
    public long? Target { get; init; }

    /// <summary>Dossiers compared one by one.</summary>
    public required long Compared { get; init; }

    /// <summary>Calls made.</summary>
    public required long Calls { get; init; }

    /// <summary>Differences found.</summary>
    public required long Differences { get; init; }

    /// <summary>Of the differences: those that the hub does not mend, or was told not to.</summary>
    public required long NeedPerson { get; init; }

    /// <summary>Repairs queued.</summary>
    public required long Repairs { get; init; }

    /// <summary>
    /// The fault that ended it: <c>Transient</c>, <c>Throttled</c>, <c>AuthExpired</c>, <c>AuthRefused</c>, <c>Duplicate</c>,
    /// <c>OutOfOrder</c>, <c>NewerAtTarget</c>, <c>Rejected</c>, <c>UnknownOutcome</c> or <c>Drift</c>.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>What happened and what to do.</summary>
    public string? Message { get; init; }
}

/// <summary>A difference between the ledger and the settlement system. It names members, never values.</summary>
public sealed record DifferenceView
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary>The reconciliation that found it.</summary>
    public required long ReconciliationId { get; init; }

    /// <summary>When that reconciliation started.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary><c>MaHoSo</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The connector it belongs to.</summary>
    public required string Connector { get; init; }

    /// <summary>
    /// What kind of difference: <c>missing-in-target</c>, <c>only-at-target</c>, <c>status-differs</c>, <c>date-differs</c>,
    /// <c>result-differs</c>, <c>field-differs</c>, <c>progress-differs</c>, <c>version-newer-at-target</c>, <c>edited-at-target</c> (by
    /// the settlement system's staff, in a dossier that is theirs) or <c>dead</c> (a row of the dossier is dead and waits for a person).
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The packet members that differ.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary><c>PhienBan</c> in the ledger.</summary>
    public long? LedgerVersion { get; init; }

    /// <summary><c>PhienBan</c> at the settlement system.</summary>
    public long? TargetVersion { get; init; }

    /// <summary>Status in the ledger, <c>1</c>-<c>10</c>.</summary>
    public string? LedgerStatus { get; init; }

    /// <summary>Status at the settlement system, <c>1</c>-<c>10</c>; <c>0</c> where it is no number.</summary>
    public string? TargetStatus { get; init; }

    /// <summary>
    /// What was done about it: <c>reported</c> (nothing; a person decides), <c>repair-queued</c>, <c>on-its-way</c> (the outbox holds
    /// what mends it) or <c>noted</c> (the ledger took over what others wrote at the settlement system).
    /// </summary>
    public required string Resolution { get; init; }
}
