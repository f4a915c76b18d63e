namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// What to read of a database: one query that pages by (time, key). It takes the parameters <c>@time</c> (text of
/// <see cref="TimeForm"/>), <c>@key</c> (null: from the time on, inclusive) and <c>@limit</c>, and orders by time, then key.
/// </summary>
public sealed record SqlStream
{
    /// <summary>The query: one SELECT.</summary>
    public required string Query { get; init; }

    /// <summary>
    /// The query for the rows that <see cref="Query"/> never meets, for they have no time, or none since 1900: one SELECT that takes
    /// <c>@limit</c>. They are read at the start of every run and handed on without a time, up to a page of them; where there are more,
    /// the last one is handed on as <see cref="SourceRecord.Unreadable"/> and says so.
    /// </summary>
    public required string UndatedQuery { get; init; }

    /// <summary>The column that orders the records in time.</summary>
    public required string TimeColumn { get; init; }

    /// <summary>The column that tells records of one time apart, and is the record's key.</summary>
    public required string KeyColumn { get; init; }

    /// <summary>How the query writes the time, and no other way: local time of Vietnam, a fraction only where it is not zero.</summary>
    public string TimeForm { get; init; } = "yyyy-MM-dd HH:mm:ss.FFFFFF";

    /// <summary>Rows a page.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How long one query may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
