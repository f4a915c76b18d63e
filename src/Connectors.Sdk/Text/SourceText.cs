using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Brings the text of a source record into the hub's one form before it is mapped.</summary>
public static class SourceText
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// Normalises every JSON string of the content to NFC and decodes the members that arrive in an old encoding. Content that is in
    /// form already is not rewritten; content that is no well-formed JSON text is left as it is, for the mapping to refuse. Text of
    /// which a character was lost before the hub saw it (U+FFFD) is refused: nobody can restore it here.
    /// To be called once on what the source gave: decoded text may look like an old encoding.
    /// </summary>
    /// <param name="record">The record as the source gave it.</param>
    /// <param name="text">How the source's text arrives.</param>
    /// <returns>The record, its content rewritten where it had to be, or marked <see cref="SourceRecord.Unreadable"/>.</returns>
    public static SourceRecord Clean(SourceRecord record, TextManifest text)
    {
        var encoded = text.Encoding == "tcvn3" ? text.Members : [];
        if (IsClean(record.Content, encoded.Count > 0))
            return record;

        try
        {
            return LostText.In(record.Content) is { } lost
                ? record with { Unreadable = lost }
                : Rewritten(record, new EncodedMembers(record.Content, encoded));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return record;
        }
    }

    private static SourceRecord Rewritten(SourceRecord record, EncodedMembers encoded) => encoded.Mixed is { } mixed
        ? record with
        {
            Unreadable = new(
                "encoding-mixed", $"/{mixed}",
                $"'{mixed}' is partly TCVN3 and partly Unicode. The source must write it anew in one of them."),
        }
        : record with { Content = Rewrite(record.Content, encoded) };

    // An escape may hide a combining mark or an old byte, so only unescaped text can be judged by a look at the whole.
    private static bool IsClean(string content, bool hasEncodedMembers) => !content.Contains("\\u", StringComparison.Ordinal)
        && (Ascii.IsValid(content) || (!hasEncodedMembers && !content.Contains(LostText.Sign) && IsNfc(content)));

    private static bool IsNfc(string content)
    {
        try
        {
            return VietnameseText.IsNfc(content);
        }
        catch (ArgumentException)
        {
            return true; // lone surrogates: not text, nothing to normalise
        }
    }

    private static string Rewrite(string content, EncodedMembers encoded)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(content));
        using var buffer = new MemoryStream(content.Length * 2);
        using var writer = new Utf8JsonWriter(buffer, Readable);
        var trail = new MemberTrail();
        while (reader.Read())
        {
            trail.Follow(ref reader);
            Copy(ref reader, writer, encoded, trail.Member);
        }

        writer.Flush();
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, EncodedMembers encoded, string member)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(VietnameseText.Nfc(member));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(encoded.Read(member, reader.GetString()!));
                break;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true); // numbers keep their digits
                break;
        }
    }
}
