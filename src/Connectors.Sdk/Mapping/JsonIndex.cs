using System.Buffers;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// A record's content taken apart in one pass: where each value lies. Members are found and read in place, and what is not asked for
/// costs nothing more; a document would copy names and values first.
/// </summary>
internal sealed class JsonIndex : IDisposable
{
    /// <summary>An object with more members is told from one with a member twice by the framework's parser.</summary>
    private const int MostMembers = 64;

    private const int Deepest = 64;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions EachOnce = new() { AllowDuplicateProperties = false };

    private readonly byte[] text;
    private JsonValue[] values = ArrayPool<JsonValue>.Shared.Rent(256);
    private int count;

    private JsonIndex(byte[] text) => this.text = text;

    /// <summary>Takes a text apart.</summary>
    /// <returns>What it holds; <see langword="null"/> where it is no JSON, has half a character, or gives a member twice.</returns>
    public static JsonIndex? Open(string content)
    {
        var index = new JsonIndex(ArrayPool<byte>.Shared.Rent(Strict.GetMaxByteCount(content.Length)));
        try
        {
            if (!index.Read(Strict.GetBytes(content, index.text)))
                JsonDocument.Parse(content, EachOnce).Dispose();
            return index;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            index.Dispose();
            return null;
        }
    }

    public JsonTokenType KindOf(int value) => values[value].Kind;

    /// <summary>The value after another and all that is in it: the next element or member; the first is the one right after the list.</summary>
    public int Next(int value) => values[value].Next;

    /// <summary>Finds a member of an object. Members are mostly asked for in their order, so the search begins after the last one found.</summary>
    /// <param name="parent">The object.</param>
    /// <param name="name">The member.</param>
    /// <param name="after">Where to begin, a member of the object or its end; then the one after that which was found.</param>
    /// <returns>The value, or -1.</returns>
    public int Find(int parent, string name, ref int after)
    {
        var (first, end, begin) = (parent + 1, values[parent].Next, after);
        for (var value = begin; value < end; value = values[value].Next)
            if (IsNamed(values[value], name))
                return Found(value, out after);
        for (var value = first; value < begin; value = values[value].Next)
            if (IsNamed(values[value], name))
                return Found(value, out after);
        return -1;
    }

    /// <summary>How many objects a list holds; below nothing where it is no list, or not of objects alone.</summary>
    public int CountObjects(int list)
    {
        if (values[list].Kind is not JsonTokenType.StartArray)
            return -1;
        var found = 0;
        for (var item = list + 1; item < values[list].Next; item = values[item].Next, found++)
            if (values[item].Kind is not JsonTokenType.StartObject)
                return -1;
        return found;
    }

    /// <summary>A text or number as it stands in the JSON, without quotation marks; empty for a text with escapes.</summary>
    public ReadOnlySpan<byte> Plain(int value) => values[value].Escaped ? default : Slice(values[value].From, values[value].Length);

    /// <summary>A text or number.</summary>
    /// <exception cref="InvalidOperationException">The text holds half a surrogate pair.</exception>
    public string Text(int value) => values[value].Escaped
        ? Unescape(values[value].From, values[value].Length)
        : Encoding.UTF8.GetString(Slice(values[value].From, values[value].Length));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(text);
        ArrayPool<JsonValue>.Shared.Return(values);
    }

    private int Found(int value, out int after)
    {
        after = values[value].Next;
        return value;
    }

    private bool IsNamed(in JsonValue value, string name)
    {
        if (value.NameEscaped)
            return Unescape(value.NameFrom, value.NameLength) == name;
        var written = Slice(value.NameFrom, value.NameLength);
        return written.Length == name.Length ? Ascii.Equals(written, name)
            : written.Length > name.Length && !Ascii.IsValid(name) && Encoding.UTF8.GetString(written) == name;
    }

    // False where only the framework's parser can tell whether a member is given twice.
    private bool Read(int length)
    {
        var reader = new Utf8JsonReader(text.AsSpan(0, length), new JsonReaderOptions { MaxDepth = Deepest });
        Span<int> open = stackalloc int[Deepest];
        var (depth, name, sure) = (0, default(JsonValue), true);
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = Named(reader);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    values[open[--depth]].Next = count;
                    sure &= reader.TokenType is JsonTokenType.EndArray || IsEachOnce(open[depth]);
                    break;
                default:
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        open[depth++] = count;
                    Add(reader, ref name);
                    break;
            }

        return sure;
    }

    private static JsonValue Named(in Utf8JsonReader reader) => new()
    {
        NameFrom = (int)reader.TokenStartIndex + 1,
        NameLength = reader.ValueSpan.Length,
        NameEscaped = reader.ValueIsEscaped,
    };

    private void Add(in Utf8JsonReader reader, ref JsonValue value)
    {
        if (count == values.Length)
            Grow();
        value.Kind = reader.TokenType;
        value.From = (int)reader.TokenStartIndex + (reader.TokenType is JsonTokenType.String ? 1 : 0);
        value.Length = reader.ValueSpan.Length;
        value.Escaped = reader.ValueIsEscaped;
        value.Next = count + 1;
        values[count++] = value;
        value = default;
    }

    private void Grow()
    {
        var larger = ArrayPool<JsonValue>.Shared.Rent(values.Length * 2);
        values.AsSpan(0, count).CopyTo(larger);
        ArrayPool<JsonValue>.Shared.Return(values);
        values = larger;
    }

    // Few names look like one before, and only those are held against all of them.
    private bool IsEachOnce(int parent)
    {
        var (members, looks) = (0, 0UL);
        for (var one = parent + 1; one < count; one = values[one].Next)
        {
            if (values[one].NameEscaped || ++members > MostMembers)
                return false;
            var look = LookOf(NameOf(one));
            if ((looks & look) != 0 && IsBefore(one, parent))
                return false;
            looks |= look;
        }

        return true;
    }

    private bool IsBefore(int one, int parent)
    {
        for (var other = parent + 1; other < one; other = values[other].Next)
            if (NameOf(other).SequenceEqual(NameOf(one)))
                return true;
        return false;
    }

    private static ulong LookOf(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 1 : 1UL << ((name.Length + (name[^1] * 7) + (name[name.Length / 2] * 13)) & 63);

    private ReadOnlySpan<byte> NameOf(int value) => Slice(values[value].NameFrom, values[value].NameLength);

    private ReadOnlySpan<byte> Slice(int from, int length) => text.AsSpan(from, length);

    private string Unescape(int from, int length)
    {
        var reader = new Utf8JsonReader(Slice(from - 1, length + 2));
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>A value: what it is, where it lies, where its name does, and the place after it and all that is in it.</summary>
    private struct JsonValue
    {
        public JsonTokenType Kind;
        public bool Escaped;
        public bool NameEscaped;
        public int From;
        public int Length;
        public int NameFrom;
        public int NameLength;
        public int Next;
    }
}
