using System.Buffers;
using System.Text.Json;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// The canonical form of JSON after RFC 8785: one spelling for one content, so that two sides that hash it agree.
/// System.Text.Json is no such writer with any encoder: it escapes U+007F, U+00A0, U+2028 and emoji.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Writes a value in canonical form.</summary>
    /// <param name="value">The value.</param>
    /// <param name="output">Where its UTF-8 goes.</param>
    /// <param name="prune">
    /// Leaves out, bottom-up, every member and list element that is an empty text, null, an empty list or an empty object.
    /// </param>
    /// <exception cref="JsonException">
    /// The value has no canonical form: half a surrogate pair, a member given twice, a number beyond a double.
    /// </exception>
    public static void Write(JsonElement value, IBufferWriter<byte> output, bool prune = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, output, prune, belongs: null);
                break;
            case JsonValueKind.Array:
                WriteList(value, output, prune);
                break;
            case JsonValueKind.String:
                CanonicalText.Write(value, output);
                break;
            case JsonValueKind.Number:
                CanonicalNumber.Write(value.GetDouble(), output);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
                output.Write("null"u8);
                break;
            default:
                throw new JsonException("There is no value to write.");
        }
    }

    // Of the object's own members those take part that belong; null: all.
    internal static void WriteObject(JsonElement value, IBufferWriter<byte> output, bool prune, Predicate<string>? belongs)
    {
        var count = value.GetPropertyCount();
        var members = ArrayPool<Member>.Shared.Rent(count);
        try
        {
            var kept = 0;
            foreach (var property in value.EnumerateObject())
            {
                var name = CanonicalText.NameOf(property);
                if (belongs is null || belongs(name))
                    members[kept++] = new(name, property.Value);
            }

            WriteMembers(Sort(members.AsSpan(0, kept)), output, prune);
        }
        finally
        {
            ArrayPool<Member>.Shared.Return(members, clearArray: true);
        }
    }

    private static ReadOnlySpan<Member> Sort(Span<Member> members)
    {
        members.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        for (var i = 1; i < members.Length; i++)
            if (members[i].Name == members[i - 1].Name)
                throw new JsonException("An object gives the same member twice.");
        return members;
    }

    private static void WriteMembers(ReadOnlySpan<Member> members, IBufferWriter<byte> output, bool prune)
    {
        var first = true;
        output.Write("{"u8);
        foreach (var (name, value) in members)
        {
            if (prune && IsEmpty(value))
                continue;

            if (!first)
                output.Write(","u8);
            first = false;
            CanonicalText.Write(name, output);
            output.Write(":"u8);
            Write(value, output, prune);
        }

        output.Write("}"u8);
    }

    private static void WriteList(JsonElement list, IBufferWriter<byte> output, bool prune)
    {
        var first = true;
        output.Write("["u8);
        foreach (var element in list.EnumerateArray())
        {
            if (prune && IsEmpty(element))
                continue;

            if (!first)
                output.Write(","u8);
            first = false;
            Write(element, output, prune);
        }

        output.Write("]"u8);
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(ReadOnlySpan<byte>.Empty),
        JsonValueKind.Array => value.EnumerateArray().All(IsEmpty),
        JsonValueKind.Object => value.EnumerateObject().All(static member => IsEmpty(member.Value)),
        _ => false,
    };

    private readonly record struct Member(string Name, JsonElement Value);
}
