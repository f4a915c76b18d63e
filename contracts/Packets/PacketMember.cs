using System.Text;

namespace IntegrationHub.Contracts.Packets;

/// <summary>A member of a packet, as it is written, and its place among all members in canonical order.</summary>
internal sealed class PacketMember(string name)
{
    public string Name => name;

    /// <summary>A comma, the name, and how a text begins.</summary>
    public byte[] Text { get; } = Encoding.ASCII.GetBytes($",\"{name}\":\"");

    /// <summary>A comma, the name, and how a list begins.</summary>
    public byte[] List { get; } = Encoding.ASCII.GetBytes($",\"{name}\":[");

    /// <summary>Its place when all members are sorted by name, as RFC 8785 sorts them.</summary>
    public int Rank { get; private set; }

    /// <summary>Gives each its place.</summary>
    public static int RankAll(List<PacketMember> all)
    {
        all.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        for (var place = 0; place < all.Count; place++)
            all[place].Rank = place;
        return all.Count;
    }
}
