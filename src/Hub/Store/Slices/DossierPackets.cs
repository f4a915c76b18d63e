namespace IntegrationHub.Hub.Store;

/// <summary>The packets of a dossier, JSON.</summary>
/// <param name="Number">The dossier.</param>
/// <param name="Packet">The present one.</param>
/// <param name="Base">What a fold begins with: as first read at the target, or the owner's own; null where nothing is folded.</param>
/// <param name="Acked">Without an owner only: what was acknowledged last, to see what was edited there since.</param>
internal sealed record DossierPackets(string Number, string Packet, string? Base = null, string? Acked = null)
{
    /// <summary>Without an owner only: what was sent since the last acknowledgement, and some before.</summary>
    public IReadOnlyList<SentPacket> Sent { get; init; } = [];

    /// <summary>What was sent, as the ledger writes it.</summary>
    public string? SentText => SentPacket.Write(Sent);
}
