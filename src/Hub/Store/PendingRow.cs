using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>A row to deliver.</summary>
internal abstract record PendingRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int Attempts { get; init; }
}

/// <summary>A dossier to deliver, in its present form.</summary>
internal sealed record PendingDossier : PendingRow
{
    public required long Version { get; init; }

    public required bool QueryFirst { get; init; }

    public required string Packet { get; init; }

    public required Hash256 Hash { get; init; }

    public required bool Owned { get; init; }

    public required string Tag { get; init; }

    /// <summary>Whether the target has acknowledged the dossier before.</summary>
    public required bool AckedBefore { get; init; }

    /// <summary>How it is written.</summary>
    public WriteMode Mode { get; init; }

    /// <summary>Whether the target no longer holds it, though it has acknowledged it: its progress goes there again.</summary>
    public bool Lost { get; init; }
}

/// <summary>A progress row to deliver.</summary>
internal sealed record PendingProgress : PendingRow
{
    public required string Row { get; init; }

    public required Hash256 Hash { get; init; }
}
