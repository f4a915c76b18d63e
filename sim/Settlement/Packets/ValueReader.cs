using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>Reads a packet strictly: objects, lists and texts only, no member twice, no broken Unicode.</summary>
internal static class ValueReader
{
    public static bool TryReadObject(JsonElement element, [NotNullWhen(true)] out Members? members, out string problem)
    {
        members = null;
        if (element.ValueKind != JsonValueKind.Object)
        {
            problem = "The item is not an object";
            return false;
        }

        if (!TryRead(element, out var value, out problem))
        {
            problem = problem.TrimStart('.');
            return false;
        }

        members = (Members)value;
        return true;
    }

    /// <summary>The MaHoSo of an item that may be malformed, for its answer; "" if there is none to be read.</summary>
    public static string MaHoSoOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return "";

        foreach (var member in element.EnumerateObject())
        {
            if (member.NameEquals("MaHoSo"u8) && TryText(member.Value, out var text))
                return text;
        }

        return "";
    }

    /// <summary>False for anything but a string of whole Unicode characters.</summary>
    public static bool TryText(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String)
            return false;

        try
        {
            text = element.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            // The only way the reader has to say: bytes that are no UTF-8, or half of a surrogate pair.
            return false;
        }
    }

    private static bool TryRead(JsonElement element, [NotNullWhen(true)] out Value? value, out string problem) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => TryReadMembers(element, out value, out problem),
            JsonValueKind.Array => TryReadItems(element, out value, out problem),
            _ => TryReadText(element, out value, out problem),
        };

    private static bool TryReadText(JsonElement element, [NotNullWhen(true)] out Value? value, out string problem)
    {
        var read = TryText(element, out var text);
        value = read ? new Text(text) : null;
        problem = read ? "" : element.ValueKind == JsonValueKind.String ? " is not valid Unicode" : " is not a string";
        return read;
    }

    private static bool TryReadItems(JsonElement element, [NotNullWhen(true)] out Value? value, out string problem)
    {
        value = null;
        problem = "";
        var elements = new Value[element.GetArrayLength()];
        var index = 0;
        foreach (var child in element.EnumerateArray())
        {
            if (!TryRead(child, out var read, out problem))
            {
                problem = $"[{index}]{problem}";
                return false;
            }

            elements[index++] = read;
        }

        value = new Items(elements);
        return true;
    }

    private static bool TryReadMembers(JsonElement element, [NotNullWhen(true)] out Value? value, out string problem)
    {
        value = null;
        problem = "";
        var sent = new Member[element.GetPropertyCount()];
        var index = 0;
        foreach (var child in element.EnumerateObject())
        {
            if (!TryName(child, out var name))
            {
                problem = " has a member name that is not valid Unicode";
                return false;
            }

            if (!TryRead(child.Value, out var read, out problem))
            {
                problem = $".{name}{problem}";
                return false;
            }

            sent[index++] = new Member(name, read);
        }

        var members = new Members(sent);
        if (members.Repeated() is { } repeated)
        {
            problem = $".{repeated} is there twice";
            return false;
        }

        value = members;
        return true;
    }

    private static bool TryName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }
}
