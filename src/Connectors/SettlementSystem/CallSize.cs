namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// How large a call may be, as far as refusals for its size (HTTP 413) have taught; kept as long as the process runs. It counts bytes,
/// not items: one large dossier must not make all later calls small.
/// </summary>
internal sealed class CallSize
{
    private readonly Lock sync = new();
    private long? refused;

    /// <summary>Whether a part is worth a call; a single item always is.</summary>
    public bool Allows(Batch batch, IReadOnlyList<int> part)
    {
        long? least;
        lock (sync)
            least = refused;
        return part.Count == 1 || least is null || batch.Bytes(part) < least;
    }

    /// <summary>Remembers that a call of this part was too large.</summary>
    public void Refuse(Batch batch, IReadOnlyList<int> part)
    {
        var bytes = batch.Bytes(part);
        lock (sync)
            refused = refused < bytes ? refused : bytes;
    }
}
