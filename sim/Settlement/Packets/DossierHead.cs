using IntegrationHub.Sim.Settlement.Digests;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>What the rules and the digests look at: all of a dossier that stays in memory.</summary>
internal sealed record DossierHead(string MaHoSo, long PhienBan, byte TrangThaiHoSo, string Nguon, Digest TomTat);
