using System.Text.Json.Nodes;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// Which members of two packets differ;
/// an absent member, an empty text, list or object are one and the same, as in <c>TomTat</c>.
/// </summary>
internal static class PacketDiff
{
    /// <summary>The names of the members that differ, in ordinal order; names, never values.</summary>
    public static IReadOnlyList<string> Members(JsonObject one, JsonObject other) =>
    [
        .. one.Select(m => m.Key)
            .Union(other.Select(m => m.Key))
            .Where(name => !Same(one[name], other[name]))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The members whose value none of the known packets has, with their new values; a member that is gone is set empty.</summary>
    public static JsonObject Edit(IReadOnlyList<JsonObject> known, JsonObject to)
    {
        var edit = new JsonObject();
        foreach (var name in Members(known[0], to).Where(name => !known.Any(packet => Same(packet[name], to[name]))))
            edit[name] = to[name]?.DeepClone() ?? (known[0][name] is JsonArray ? new JsonArray() : "");
        return edit;
    }

    private static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(Pruned(one), Pruned(other));

    private static JsonNode? Pruned(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject value:
                var members = value.Select(m => (m.Key, Value: Pruned(m.Value))).Where(m => m.Value is not null).ToList();
                return members.Count == 0 ? null : new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, m.Value)));
            case JsonArray list:
                var items = list.Select(Pruned).Where(i => i is not null).ToArray();
                return items.Length == 0 ? null : new JsonArray(items);
            case JsonValue value when value.TryGetValue(out string? text) && text.Length == 0:
                return null;
            default:
                return node?.DeepClone();
        }
    }
}
