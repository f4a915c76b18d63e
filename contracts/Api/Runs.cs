using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts.Api;

/// <summary>Asks for a run.</summary>
/// <param name="Connector">The connector to run.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record StartRunRequest(string Connector);

/// <summary>A run: one way into the outbox that was taken.</summary>
public sealed record RunView
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary>The connector.</summary>
    public required string Connector { get; init; }

    /// <summary><c>source</c>, <c>quarantine</c>, <c>repair</c> or <c>resync</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>
    /// What started it: <c>schedule</c>, <c>callback</c>, <c>manual</c>, <c>release</c> (of quarantine) or <c>repair</c> (by a
    /// reconciliation).
    /// </summary>
    public required string Trigger { get; init; }

    /// <summary><c>running</c>, <c>completed</c>, <c>failed</c> or <c>abandoned</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// The fault that ended it: <c>Transient</c>, <c>Throttled</c>, <c>AuthExpired</c>, <c>AuthRefused</c>, <c>Duplicate</c>,
    /// <c>OutOfOrder</c>, <c>NewerAtTarget</c>, <c>Rejected</c>, <c>UnknownOutcome</c> or <c>Drift</c>.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>What happened and what to do.</summary>
    public string? Message { get; init; }

    /// <summary>Pages committed.</summary>
    public required long Pages { get; init; }

    /// <summary>What its receipts count.</summary>
    public required ReceiptCounts Counts { get; init; }
}

/// <summary>What receipts count: read = unchanged + ignored + quarantined + accepted.</summary>
/// <param name="Read">What was read.</param>
/// <param name="Unchanged">Known already.</param>
/// <param name="Ignored">Not the hub's affair.</param>
/// <param name="Quarantined">Kept out until its cause is mended.</param>
/// <param name="Accepted">Taken into the outbox.</param>
public sealed record ReceiptCounts(long Read, long Unchanged, long Ignored, long Quarantined, long Accepted);

/// <summary>A run with its pages and what became of what it accepted.</summary>
/// <param name="Run">The run.</param>
/// <param name="Receipts">Its receipts in order, at most 500.</param>
/// <param name="Outbox">What became of what it accepted.</param>
public sealed record RunDetail(RunView Run, IReadOnlyList<ReceiptView> Receipts, OutboxCounts Outbox);

/// <summary>The receipt of one committed page.</summary>
/// <param name="Page">The page's number.</param>
/// <param name="Counts">What it counts.</param>
/// <param name="WatermarkBefore">The watermark before it, in the form of a connector's <c>watermark</c>.</param>
/// <param name="WatermarkAfter">The watermark after it, in the same form.</param>
/// <param name="CommittedAt">When it was committed.</param>
public sealed record ReceiptView(
    long Page,
    ReceiptCounts Counts,
    string? WatermarkBefore,
    string? WatermarkAfter,
    DateTimeOffset CommittedAt);

/// <summary>Outbox rows by state.</summary>
/// <param name="Pending">Waiting or under way.</param>
/// <param name="Acknowledged">The settlement system has it.</param>
/// <param name="Superseded">A newer version took its place.</param>
/// <param name="Dead">Failed for good, until a person has looked.</param>
public sealed record OutboxCounts(long Pending, long Acknowledged, long Superseded, long Dead);
