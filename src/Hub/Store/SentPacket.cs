using System.Text.Json;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store;

/// <summary>A packet that was sent for a dossier without an owner, whatever became of the call.</summary>
/// <param name="Version">Its <c>PhienBan</c>.</param>
/// <param name="Hash">Its <c>TomTat</c>.</param>
/// <param name="Packet">The packet; null once a version not older than it has been acknowledged.</param>
internal sealed record SentPacket(long Version, string Hash, string? Packet)
{
    public static IReadOnlyList<SentPacket> Parse(string? list) =>
        list is null ? [] : JsonSerializer.Deserialize<List<SentPacket>>(list, JsonSerializerOptions.Web)!;

    public static string? Write(IReadOnlyList<SentPacket> list) =>
        list.Count == 0 ? null : JsonSerializer.Serialize(list, JsonSerializerOptions.Web);

    /// <summary>Whether what stands at the target is this packet; a target without versions is judged by the content alone.</summary>
    public bool Is(Hash256 content, long version) => (version == 0 || version == Version) && content.ToString() == Hash;
}
