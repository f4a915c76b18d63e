namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// What to read of a database: one query that pages by (time, key). It takes the parameters <c>@time</c> (text of
/// <see cref="TimeForm"/>), <c>@key</c> (null: from the time on, inclusive) and <c>@limit</c>, and orders by time, then key.
/// </summary>
public sealed record SqlStream
{
    /// <summary>The query: one SELECT.</summary>
    public required string Query { get; init; }

    /// <summary>The column that orders the records in time.</summary>
    public required string TimeColumn { get; init; }

    /// <summary>The column that tells records of one time apart, and is the record's key.</summary>
    public required string KeyColumn { get; init; }

    /// <summary>How the time is written in the database; local time of Vietnam.</summary>
    public string TimeForm { get; init; } = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Rows a page.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How long one query may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
