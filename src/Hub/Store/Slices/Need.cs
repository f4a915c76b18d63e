namespace IntegrationHub.Hub.Store;

/// <summary>What a decision needs of the ledger. All of it is loaded, locked, before the decision is made.</summary>
internal sealed record Need
{
    /// <summary>These dossiers, with their rows of the outbox that are pending or dead.</summary>
    public IReadOnlyCollection<string> Numbers { get; init; } = [];

    /// <summary>Of which of them the packets and events are needed too.</summary>
    public Func<DossierRow, bool> Deep { get; init; } = _ => false;

    /// <summary>The dossiers whose progress rows are needed.</summary>
    public IReadOnlyCollection<string> Progress { get; init; } = [];

    /// <summary>These rows of the outbox, not locked, as far as they are pending or dead.</summary>
    public IReadOnlyCollection<long> Rows { get; init; } = [];

    /// <summary>The stream of this connector.</summary>
    public string? Stream { get; init; }

    /// <summary>What quarantine holds of these records of the stream's source, by their keys.</summary>
    public IReadOnlyCollection<string> Keys { get; init; } = [];

    /// <summary>What is open in quarantine of these dossiers, whether the ledger knows them or not.</summary>
    public IReadOnlyCollection<string> OpenOf { get; init; } = [];

    /// <summary>These entries of quarantine.</summary>
    public IReadOnlyCollection<long> Entries { get; init; } = [];

    /// <summary>The lease that the decision is made under; one that is held no more ends the transaction.</summary>
    public Lease? Lease { get; init; }

    /// <summary>How many new rows it will make, about; ids are fetched ahead.</summary>
    public int About { get; init; }
}
