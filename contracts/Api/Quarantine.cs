using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts.Api;

/// <summary>A record that was kept out of the outbox.</summary>
public sealed record QuarantineEntry
{
    /// <summary>Its id.</summary>
    public required long Id { get; init; }

    /// <summary>The connector.</summary>
    public required string Connector { get; init; }

    /// <summary>The source's key of the record.</summary>
    public required string SourceKey { get; init; }

    /// <summary><c>MaHoSo</c>, where it is known.</summary>
    public string? Number { get; init; }

    /// <summary>Why: a stable kebab-case code.</summary>
    public required string Code { get; init; }

    /// <summary>JSON pointer to the culprit.</summary>
    public required string Pointer { get; init; }

    /// <summary>What is wrong and what to do; never a personal value.</summary>
    public required string Message { get; init; }

    /// <summary><c>open</c>, <c>released</c>, <c>gone</c> or <c>dismissed</c>.</summary>
    public required string State { get; init; }

    /// <summary>How often it was tried again.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried again by itself; <see langword="null"/>: when its cause goes.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was last seen.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>The run that found it.</summary>
    public required long RunId { get; init; }
}

/// <summary>An entry with its source record, masked.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="CorrelationId">What ties together everything done for the record.</param>
/// <param name="Source">The source record's members in order; values only of the members that the connector opens.</param>
public sealed record QuarantineDetail(QuarantineEntry Entry, string CorrelationId, IReadOnlyList<MaskedMember> Source);

/// <summary>
/// A member of a source record. Its value is shown only where the connector's manifest opens the member; else its type and length
/// tell enough to find the cause.
/// </summary>
public sealed record MaskedMember
{
    /// <summary>JSON pointer to it.</summary>
    public required string Pointer { get; init; }

    /// <summary><c>text</c>, <c>number</c>, <c>boolean</c>, <c>null</c>, <c>list</c> or <c>object</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Characters of a text or a number, items of a list, members of an object.</summary>
    public required int Length { get; init; }

    /// <summary>The value, where the member is open.</summary>
    public string? Value { get; init; }
}

/// <summary>Which entries to try again; at least one member.</summary>
/// <param name="Connector">Only of this connector.</param>
/// <param name="Code">Only of this cause.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RetryQuarantineRequest(string? Connector, string? Code);

/// <summary>Which dead rows to send again; at least one member.</summary>
/// <param name="Connector">Only of this connector.</param>
/// <param name="Fault">
/// Only of this fault: <c>Transient</c>, <c>Throttled</c>, <c>AuthExpired</c>, <c>AuthRefused</c>, <c>Duplicate</c>,
/// <c>OutOfOrder</c>, <c>NewerAtTarget</c>, <c>Rejected</c>, <c>UnknownOutcome</c> or <c>Drift</c>.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RetryDeadRequest(string? Connector, string? Fault);

/// <summary>What a retry did.</summary>
/// <param name="Matched">What was asked for.</param>
/// <param name="Retried">What was taken up again: released, or pending once more.</param>
/// <param name="Failed">What could not be and stays as it was.</param>
/// <param name="Message">Why some failed and what to do, or empty.</param>
public sealed record RetryResult(long Matched, long Retried, long Failed, string Message);
