using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>One record as the source gave it.</summary>
public sealed record SourceRecord
{
    /// <summary>
    /// The source's own key of the record, stable over its life, at most 200 characters; a callback's is a hash of what it says.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The time that orders the record in the source, where it has one.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The record as JSON text: an object with the source's own member names.</summary>
    public required string Content { get; init; }

    /// <summary>Whose record it is; filled in by the hub before <see cref="ISourceConnector.Map"/>.</summary>
    public RecordOrigin Origin { get; init; } = new("", "", "");

    /// <summary>
    /// Why it is refused before it is mapped, when <see cref="SourceText"/> cannot read its text or its transport has a word to say about
    /// it; takes the place of what it would be mapped to.
    /// </summary>
    public MapResult.Rejected? Unreadable { get; init; }

    /// <summary>Makes the envelope of a canonical record that this record yields.</summary>
    /// <param name="eventTime">When what it tells happened, by the source.</param>
    /// <param name="version">The source's own version of it, if any.</param>
    /// <returns>The envelope.</returns>
    public Envelope Envelope(DateTimeOffset eventTime, string? version = null) => new()
    {
        Source = Origin.Source,
        Stream = Origin.Stream,
        SourceKey = Key,
        SourceVersion = version,
        EventTime = eventTime,
        CorrelationId = Origin.CorrelationId,
    };
}

/// <summary>Whose record it is.</summary>
/// <param name="Source">The connector's id.</param>
/// <param name="Stream">The stream.</param>
/// <param name="CorrelationId">Ties together everything that is done for the record.</param>
public sealed record RecordOrigin(string Source, string Stream, string CorrelationId);
