using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>One difference between ledger and target.</summary>
internal sealed record Difference
{
    public required string Number { get; init; }

    public required string Connector { get; init; }

    public required DifferenceKind Kind { get; init; }

    /// <summary>Names of the packet members that differ; never values.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public long? LedgerVersion { get; init; }

    public long? TargetVersion { get; init; }

    public string? LedgerStatus { get; init; }

    public string? TargetStatus { get; init; }

    /// <summary>The progress rows found at the target, where they differ.</summary>
    public IReadOnlyList<Hash256>? TargetProgress { get; init; }
}
