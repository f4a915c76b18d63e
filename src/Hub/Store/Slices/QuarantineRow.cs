using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>An entry of quarantine.</summary>
internal sealed record QuarantineRow
{
    public required long Id { get; init; }

    public required long Run { get; init; }

    public required string Connector { get; init; }

    public required string Key { get; init; }

    public long? Time { get; init; }

    public required long Arrival { get; init; }

    public string? Number { get; init; }

    public required string Code { get; init; }

    public required string Pointer { get; init; }

    public required string Message { get; init; }

    /// <summary>The source record as it came; empty where the entry was loaded, for nothing decides by it.</summary>
    public required string Content { get; init; }

    public required Hash256 ContentHash { get; init; }

    public required string CorrelationId { get; init; }

    public required long FirstSeen { get; init; }

    public required long LastSeen { get; init; }

    public int Attempts { get; init; }

    public long? DueAt { get; init; }

    /// <summary>A word of <see cref="QuarantineState"/>.</summary>
    public required string State { get; init; }

    public required string Fingerprint { get; init; }

    public bool IsOpen => State == QuarantineState.Open;
}

/// <summary>The states of an entry of quarantine.</summary>
internal static class QuarantineState
{
    public const string Open = "open";
    public const string Released = "released";
    public const string Gone = "gone";
}
