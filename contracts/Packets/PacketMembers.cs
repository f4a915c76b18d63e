using System.Text.Json;

namespace IntegrationHub.Contracts.Packets;

/// <summary>Writes members that are lists, and members that appear only when they are known.</summary>
internal static class PacketMembers
{
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> elements, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
        {
            json.WriteStartObject();
            members(json, element);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteIfKnown(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    public static void WriteIfKnown(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
            json.WriteString(name, PacketText.Of(known));
    }

    public static void WriteIfKnown(this Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known)
            json.WriteString(name, known ? "1" : "0");
    }

    public static void WriteIfKnown<T>(this Utf8JsonWriter json, string name, T? code)
        where T : struct, Enum
    {
        if (code is { } known)
            json.WriteString(name, PacketText.Code(known));
    }

    public static void WriteIfKnown<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T>? elements, Action<Utf8JsonWriter, T> members)
    {
        if (elements is not null)
            json.WriteList(name, elements, members);
    }
}
