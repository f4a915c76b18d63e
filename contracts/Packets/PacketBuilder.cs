using System.Numerics;
using System.Text;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// Writes a packet and keeps in mind where its members lie, so that its digest needs no second look at the text: the canonical form is
/// the same pieces in another order, without the empty ones. What is spelt otherwise there, and every list, lies beside the packet.
/// </summary>
internal sealed class PacketBuilder
{
    [ThreadStatic]
    private static PacketBuilder? own;

    private readonly ByteBuffer packet = new();
    private readonly ByteBuffer canonical = new();
    private readonly ByteBuffer sorted = new();
    private readonly List<Piece> pieces = [];

    /// <summary>Where a member lies, name and value, that is not empty.</summary>
    private readonly record struct Piece(int Rank, int From, int Length, bool InPacket);

    /// <summary>The packet so far.</summary>
    public ReadOnlySpan<byte> Packet => packet.Written;

    /// <summary>The digest of the packet, when it is finished.</summary>
    public Hash256 Digest
    {
        get
        {
            Sort(0);
            return Hash256.Of(sorted.Written);
        }
    }

    /// <summary>Writes a whole packet; this thread's next one takes its place.</summary>
    public static PacketBuilder Write<T>(T record, Action<PacketBuilder, T> members)
    {
        var builder = own ??= new();
        builder.packet.Length = builder.canonical.Length = 0;
        builder.pieces.Clear();
        builder.packet.Append((byte)'{');
        members(builder, record);
        builder.packet.Append((byte)'}');
        return builder;
    }

    public void Text(PacketMember member, string? text)
    {
        var from = Open(member.Text);
        if (string.IsNullOrEmpty(text))
        {
            packet.Append((byte)'"');
            return;
        }

        var plain = PlainText.Is(text);
        packet.Append(plain ? text : PlainText.Encoder.Encode(text));
        packet.Append((byte)'"');
        pieces.Add(plain ? new(member.Rank, from, packet.Length - from, InPacket: true) : Respelt(member, text));
    }

    /// <summary>A text that is plain by its making: digits and the like.</summary>
    public void Plain(PacketMember member, ReadOnlySpan<byte> text)
    {
        var from = Open(member.Text);
        packet.Append(text);
        packet.Append((byte)'"');
        if (!text.IsEmpty)
            pieces.Add(new(member.Rank, from, packet.Length - from, InPacket: true));
    }

    public void List<T>(PacketMember member, IReadOnlyList<T> elements, Action<PacketBuilder, T> members)
    {
        Open(member.List);
        var from = canonical.Length;
        canonical.Append(member.List.AsSpan(1));
        var kept = false;
        for (var i = 0; i < elements.Count; i++)
            kept |= Element(elements[i], i == 0, members);
        packet.Append((byte)']');
        if (!kept)
        {
            canonical.Length = from;
            return;
        }

        canonical.Length--;
        canonical.Append((byte)']');
        pieces.Add(new(member.Rank, from, canonical.Length - from, InPacket: false));
    }

    // The element's own pieces give way to its canonical form and a comma; nothing stays of an empty one.
    private bool Element<T>(T element, bool first, Action<PacketBuilder, T> members)
    {
        if (!first)
            packet.Append((byte)',');
        var (before, from) = (pieces.Count, canonical.Length);
        packet.Append((byte)'{');
        members(this, element);
        packet.Append((byte)'}');
        var kept = pieces.Count > before;
        if (kept)
            Sort(before);
        canonical.Length = from;
        pieces.RemoveRange(before, pieces.Count - before);
        if (kept)
        {
            canonical.Append(sorted.Written);
            canonical.Append((byte)',');
        }

        return kept;
    }

    // The comma is no part of the member, and the first of an object has none.
    private int Open(byte[] opening)
    {
        var from = packet.Length;
        if (packet.Written[^1] == (byte)'{')
        {
            packet.Append(opening.AsSpan(1));
            return from;
        }

        packet.Append(opening);
        return from + 1;
    }

    // Half a surrogate pair, which the contract refuses, is U+FFFD in the packet; so it is here.
    private Piece Respelt(PacketMember member, string text)
    {
        var from = canonical.Length;
        canonical.Append(member.Text.AsSpan(1, member.Text.Length - 2));
        CanonicalText.Write(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), canonical);
        return new(member.Rank, from, canonical.Length - from, InPacket: false);
    }

    // The last pieces as an object in canonical order: each is put to its place among all members there are.
    private void Sort(int first)
    {
        Span<int> places = stackalloc int[Members.Count];
        Span<ulong> taken = stackalloc ulong[(Members.Count + 63) / 64];
        for (var i = first; i < pieces.Count; i++)
        {
            var rank = pieces[i].Rank;
            places[rank] = i;
            taken[rank / 64] |= 1UL << (rank % 64);
        }

        sorted.Length = 0;
        sorted.Append((byte)'{');
        for (var word = 0; word < taken.Length; word++)
            for (var left = taken[word]; left != 0; left &= left - 1)
                Take(pieces[places[(word * 64) + BitOperations.TrailingZeroCount(left)]]);
        if (pieces.Count > first)
            sorted.Length--;
        sorted.Append((byte)'}');
    }

    private void Take(Piece piece)
    {
        sorted.Append((piece.InPacket ? packet : canonical).Slice(piece.From, piece.Length));
        sorted.Append((byte)',');
    }
}
