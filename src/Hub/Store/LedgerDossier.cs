using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>A dossier as the ledger has it acknowledged.</summary>
internal sealed record LedgerDossier
{
    public required string Number { get; init; }

    public required string Connector { get; init; }

    public required bool Owned { get; init; }

    public required long Version { get; init; }

    public required Hash256 Hash { get; init; }

    public required string Status { get; init; }

    public required long ProgressCount { get; init; }

    public required Hash256 ProgressDigest { get; init; }

    /// <summary>Whether anything of it is still on its way, so that a difference says nothing.</summary>
    public required bool Moving { get; init; }

    /// <summary>Whether anything of it is dead, so that a person must look.</summary>
    public required bool Dead { get; init; }

    public required bool Written { get; init; }

    /// <summary>Its present packet; read only where members are compared.</summary>
    public string? Packet { get; init; }
}
