using System.Buffers.Text;
using System.Text.Json;

namespace IntegrationHub.Bench.Target;

/// <summary>A call to <c>/service</c>, read once from front to back; of the packets nothing is kept.</summary>
internal sealed record Call(string Service, IReadOnlyList<Item> Items)
{
    public static Call Read(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var (service, items) = ("", new List<Item>());
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            if (json.ValueTextEquals("service"u8))
                service = Text(ref json);
            else if (json.ValueTextEquals("data"u8))
                ReadItems(ref json, body, items);
            else
                json.Skip();
        return new(service, items);
    }

    private static void ReadItems(ref Utf8JsonReader json, ReadOnlySpan<byte> body, List<Item> items)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            items.Add(ReadItem(ref json, body));
    }

    private static Item ReadItem(ref Utf8JsonReader json, ReadOnlySpan<byte> body)
    {
        var (from, number, version) = ((int)json.TokenStartIndex, "", 0L);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            if (json.ValueTextEquals("MaHoSo"u8))
                number = Text(ref json);
            else if (json.ValueTextEquals("PhienBan"u8))
                version = Whole(ref json);
            else
                json.Skip();
        var packet = body[from..(int)json.BytesConsumed];
        var content = new HashCode();
        content.AddBytes(packet);
        return new(number, version, content.ToHashCode(), packet.Length);
    }

    private static string Text(ref Utf8JsonReader json) => json.Read() ? json.GetString()! : "";

    private static long Whole(ref Utf8JsonReader json) =>
        json.Read() && Utf8Parser.TryParse(json.ValueSpan, out long number, out _) ? number : 0;
}
