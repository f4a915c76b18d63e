namespace IntegrationHub.Hub.Store;

/// <summary>One way into the outbox that was taken; one that ends in the transaction in which it begins has its end already.</summary>
internal sealed record RunRow(long Id, string Connector, string Origin, string Trigger, long StartedAt, long? EndedAt = null)
{
    public string State => EndedAt is null ? "running" : "completed";
}

/// <summary>The end of a run.</summary>
internal sealed record RunEnd(long Id, long EndedAt, string State, string? Fault, string? Message);

/// <summary>A committed page.</summary>
internal sealed record ReceiptRow
{
    public required long Run { get; init; }

    public required int PageNo { get; init; }

    public required string Connector { get; init; }

    public required string Origin { get; init; }

    public required PageReceipt Counts { get; init; }

    public string? WatermarkBefore { get; init; }

    public string? WatermarkAfter { get; init; }

    public required long Epoch { get; init; }

    public required long CommittedAt { get; init; }
}
