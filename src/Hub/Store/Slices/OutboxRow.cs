using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>A row of the outbox.</summary>
internal sealed record OutboxRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string Connector { get; init; }

    public required OutboxKind Kind { get; init; }

    /// <summary>Of the progress row.</summary>
    public Hash256? RowHash { get; init; }

    /// <summary><c>PhienBan</c>; 0 on a progress row.</summary>
    public long Version { get; init; }

    public required int Range { get; init; }

    public required string Origin { get; init; }

    public required long Run { get; init; }

    public OutboxState State { get; init; }

    public int Attempts { get; init; }

    public required long DueAt { get; init; }

    public bool QueryFirst { get; init; }

    public string? Fault { get; init; }

    public string? Message { get; init; }

    public required long CreatedAt { get; init; }

    public long? SettledAt { get; init; }

    public bool IsPending => State is OutboxState.Pending;

    public bool IsDead => State is OutboxState.Dead;
}

/// <summary>What a row of the outbox carries, as the ledger writes it.</summary>
internal enum OutboxKind
{
    Dossier = 1,
    Progress = 2,
}

/// <summary>What became of a row of the outbox, as the ledger writes it. Waiting, in flight and unknown are attributes of pending.</summary>
internal enum OutboxState
{
    Pending = 0,
    Acknowledged = 1,
    Superseded = 2,
    Dead = 3,
}
