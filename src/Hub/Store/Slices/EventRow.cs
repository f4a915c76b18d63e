using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>An event of a dossier.</summary>
internal sealed record EventRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required long EventTime { get; init; }

    /// <summary>Its place in the order of arrival, taken when it was first seen.</summary>
    public required long Arrival { get; init; }

    public required string Connector { get; init; }

    /// <summary><c>dossier</c>, <c>change</c> or <c>edit</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The packet members it sets, JSON.</summary>
    public required string Members { get; init; }

    /// <summary>The statuses at which it is passed over, comma-separated.</summary>
    public string? Unless { get; init; }

    public bool EveryStep { get; init; }

    public required Hash256 Hash { get; init; }
}
