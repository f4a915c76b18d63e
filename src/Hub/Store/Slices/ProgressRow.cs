using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>A progress row of a dossier.</summary>
internal sealed record ProgressRow
{
    public required string Number { get; init; }

    public required Hash256 Hash { get; init; }

    public required string Connector { get; init; }

    /// <summary>The row, JSON; empty where it was loaded, for nothing decides by it.</summary>
    public required string Row { get; init; }

    public required long EventTime { get; init; }

    public long? AckedAt { get; init; }
}
