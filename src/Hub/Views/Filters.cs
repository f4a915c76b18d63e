namespace IntegrationHub.Hub.Views;

/// <summary>Where a list goes on.</summary>
/// <param name="After">The id of the last item seen; null from the start.</param>
/// <param name="Limit">How many at most.</param>
public sealed record PageRequest(long? After = null, int Limit = PageRequest.DefaultLimit)
{
    public const int DefaultLimit = 100;

    public const int MaxLimit = 500;

    /// <summary>What is read, so that a full page tells whether it is the last.</summary>
    internal int OneMore => Limit + 1;
}

/// <summary>Which records, and after which number the list goes on; the number wins over the prefix.</summary>
public sealed record RecordFilter(string? Number, string? Prefix, string? After = null, int Limit = PageRequest.DefaultLimit);

/// <summary>Which entries of quarantine; null is any.</summary>
public sealed record QuarantineFilter(string? Connector = null, string? Code = null, string? State = "open");

/// <summary>Which dead rows; null is any.</summary>
public sealed record DeadFilter(string? Connector = null, string? Fault = null);
