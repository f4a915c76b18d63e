using System.Text.Json;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>A packet that was sent for a dossier without an owner, whatever became of the call.</summary>
/// <param name="Version">Its <c>PhienBan</c>.</param>
/// <param name="Packet">The packet.</param>
internal sealed record SentPacket(long Version, string Packet)
{
    public static IReadOnlyList<SentPacket> Parse(string? list) => list is null ? [] : JsonSerializer.Deserialize<List<SentPacket>>(list, JsonSerializerOptions.Web)!;
}
