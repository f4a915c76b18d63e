namespace IntegrationHub.Connectors.Sdk;

/// <summary>One page of a source.</summary>
public sealed record SourcePage
{
    /// <summary>The records, in the source's order.</summary>
    public required IReadOnlyList<SourceRecord> Records { get; init; }

    /// <summary>Where the next page begins; also where a run that died goes on.</summary>
    public required Position Next { get; init; }

    /// <summary>Whether there is a next page now.</summary>
    public required bool HasMore { get; init; }

    /// <summary>
    /// Up to where, in time or sequence, everything has been read with this page; the watermark moves here. Never past the source's
    /// <see cref="Present"/>.
    /// </summary>
    public required Position ReadUpTo { get; init; }

    /// <summary>The source's present time, by its own clock, where it has one. A record dated later is quarantined.</summary>
    public DateTimeOffset? Present { get; init; }
}
