using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Store;

/// <summary>A page to store.</summary>
internal sealed record PageCommit
{
    public required long Run { get; init; }

    public required int PageNo { get; init; }

    public required string Origin { get; init; }

    public required Source Source { get; init; }

    public required IReadOnlyList<Judged> Records { get; init; }

    /// <summary>Of these, the ones that say only what is known already.</summary>
    public IReadOnlySet<Judged> Seen { get; init; } = new HashSet<Judged>();

    /// <summary>The lease on the stream.</summary>
    public Lease? Lease { get; init; }

    /// <summary>The canonical records that keep the contract.</summary>
    public IEnumerable<PreparedRecord> Sound => Records.Select(judged => judged.Verdict).OfType<Verdict.Sound>().SelectMany(sound => sound.Records);

    /// <summary>What the target holds of dossiers that the ledger does not know and no connector owns.</summary>
    public IReadOnlyDictionary<string, Base> Bases { get; init; } = new Dictionary<string, Base>();

    /// <summary>Where the watermark moves; null where nothing was read from a source.</summary>
    public Position? ReadUpTo { get; init; }

    /// <summary>Where a run that dies now goes on; null when the run is through.</summary>
    public Position? Next { get; init; }
}
