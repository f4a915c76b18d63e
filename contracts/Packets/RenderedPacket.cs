namespace IntegrationHub.Contracts.Packets;

/// <summary>A packet with its digest, made in one go.</summary>
/// <param name="Json">The packet, a JSON object.</param>
/// <param name="Digest">What <see cref="PacketDigest"/> says of it: <c>TomTat</c> of a dossier, the row hash of a progress row.</param>
public readonly record struct RenderedPacket(string Json, Hash256 Digest);
