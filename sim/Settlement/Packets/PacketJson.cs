using System.Buffers;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>The packet as it was sent: every member, every list, in the order sent, without white space.</summary>
internal static class PacketJson
{
    public static byte[] Write(Members packet)
    {
        var output = new ArrayBufferWriter<byte>(1536);
        Write(output, packet);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> output, Value value)
    {
        switch (value)
        {
            case Text text:
                JsonText.Write(output, text.Content);
                break;
            case Items items:
                Write(output, items);
                break;
            case Members members:
                Write(output, members);
                break;
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, Items items)
    {
        output.Write("["u8);
        for (var i = 0; i < items.Elements.Length; i++)
        {
            if (i > 0)
                output.Write(","u8);
            Write(output, items.Elements[i]);
        }

        output.Write("]"u8);
    }

    private static void Write(ArrayBufferWriter<byte> output, Members members)
    {
        output.Write("{"u8);
        for (var i = 0; i < members.AsSent.Length; i++)
        {
            if (i > 0)
                output.Write(","u8);
            JsonText.Write(output, members.AsSent[i].Name);
            output.Write(":"u8);
            Write(output, members.AsSent[i].Value);
        }

        output.Write("}"u8);
    }
}
