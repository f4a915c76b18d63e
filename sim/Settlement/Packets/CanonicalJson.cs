using System.Buffers;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>
/// RFC 8785 for packets (texts, lists, objects), after the removal of every empty member and list element.
/// Written here a second time on purpose: this one and the one in <c>contracts</c> check each other.
/// </summary>
internal static class CanonicalJson
{
    /// <param name="output">Where the canonical bytes go.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="belongs">Which of the packet's own members take part.</param>
    public static void Write(ArrayBufferWriter<byte> output, Members packet, Func<string, bool> belongs)
    {
        var first = true;
        output.Write("{"u8);
        foreach (var member in packet.Sorted)
        {
            if (belongs(member.Name))
                WriteMember(output, member, ref first);
        }

        output.Write("}"u8);
    }

    private static void WriteMember(ArrayBufferWriter<byte> output, Member member, ref bool first)
    {
        if (member.Value.IsEmpty)
            return;

        if (!first)
            output.Write(","u8);
        first = false;
        JsonText.Write(output, member.Name);
        output.Write(":"u8);
        WriteValue(output, member.Value);
    }

    private static void WriteValue(ArrayBufferWriter<byte> output, Value value)
    {
        switch (value)
        {
            case Text text:
                JsonText.Write(output, text.Content);
                break;
            case Items items:
                WriteItems(output, items);
                break;
            case Members members:
                Write(output, members, static _ => true);
                break;
        }
    }

    private static void WriteItems(ArrayBufferWriter<byte> output, Items items)
    {
        var first = true;
        output.Write("["u8);
        foreach (var element in items.Elements)
        {
            if (element.IsEmpty)
                continue;

            if (!first)
                output.Write(","u8);
            first = false;
            WriteValue(output, element);
        }

        output.Write("]"u8);
    }
}
