namespace IntegrationHub.Hub.Store;

/// <summary>Where a stream stands, and how its last run did.</summary>
internal sealed record StreamRow(string Connector)
{
    public string? Watermark { get; init; }

    public string? Position { get; init; }

    public long? PausedAt { get; init; }

    public string? PausedReason { get; init; }

    public long? ReadAt { get; init; }

    public string? Fault { get; init; }

    public string? FaultMessage { get; init; }

    public int Failures { get; init; }
}
