namespace IntegrationHub.Hub.Views;

/// <summary>A row of the table <c>stream</c>.</summary>
internal sealed record StreamRow
{
    public required string Connector { get; init; }

    public string? Watermark { get; init; }

    public string? Position { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    public string? PausedReason { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public string? Fault { get; init; }

    public string? FaultMessage { get; init; }

    public int Failures { get; init; }

    /// <summary>The hub pauses with the message of the fault that made it; a person says something else.</summary>
    public bool PausedByHub => PausedAt is not null && Fault is not null && PausedReason == FaultMessage;

    public static StreamRow From(Row row) => new()
    {
        Connector = row.Text("connector"),
        Watermark = row.TextOrNull("watermark"),
        Position = row.TextOrNull("position"),
        PausedAt = row.TimeOrNull("paused_at"),
        PausedReason = row.TextOrNull("paused_reason"),
        ReadAt = row.TimeOrNull("read_at"),
        Fault = row.TextOrNull("fault"),
        FaultMessage = row.TextOrNull("fault_message"),
        Failures = row.Int("failures"),
    };
}
