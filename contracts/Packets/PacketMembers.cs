using System.Buffers.Text;

namespace IntegrationHub.Contracts.Packets;

/// <summary>How scalars travel: every one as a text, an unknown one as an empty text, or left out where that is agreed.</summary>
internal static class PacketMembers
{
    private const int LongestNumber = 20;

    public static void Time(this PacketBuilder packet, PacketMember member, DateTimeOffset? time)
    {
        Span<byte> text = stackalloc byte[PacketText.TimeLength];
        packet.Plain(member, time is { } known ? PacketText.Of(known, text) : default);
    }

    public static void Flag(this PacketBuilder packet, PacketMember member, bool? flag) =>
        packet.Plain(member, flag switch { true => "True"u8, false => "False"u8, null => default });

    public static void Number(this PacketBuilder packet, PacketMember member, long? number)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        var length = 0;
        if (number is { } known)
            Utf8Formatter.TryFormat(known, text, out length);
        packet.Plain(member, text[..length]);
    }

    /// <summary>The official code of a code list whose enumeration carries it as its number.</summary>
    public static void Code<T>(this PacketBuilder packet, PacketMember member, T code)
        where T : struct, Enum => packet.Number(member, PacketText.NumberOf(code));

    public static void Amount(this PacketBuilder packet, PacketMember member, decimal amount)
    {
        if (amount is >= 0 and <= long.MaxValue && decimal.IsInteger(amount))
            packet.Number(member, (long)amount);
        else
            packet.Text(member, PacketText.Of(amount));
    }

    public static void TextIfKnown(this PacketBuilder packet, PacketMember member, string? text)
    {
        if (text is not null)
            packet.Text(member, text);
    }

    public static void TimeIfKnown(this PacketBuilder packet, PacketMember member, DateTimeOffset? time)
    {
        if (time is not null)
            packet.Time(member, time);
    }

    public static void FlagIfKnown(this PacketBuilder packet, PacketMember member, bool? flag)
    {
        if (flag is { } known)
            packet.Plain(member, known ? "1"u8 : "0"u8);
    }

    public static void CodeIfKnown<T>(this PacketBuilder packet, PacketMember member, T? code)
        where T : struct, Enum
    {
        if (code is { } known)
            packet.Code(member, known);
    }

    public static void ListIfKnown<T>(
        this PacketBuilder packet, PacketMember member, IReadOnlyList<T>? elements, Action<PacketBuilder, T> members)
    {
        if (elements is not null)
            packet.List(member, elements, members);
    }
}
