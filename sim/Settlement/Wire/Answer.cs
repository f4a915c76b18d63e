using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Sim.Settlement.Wire;

/// <summary>The envelope of every answer of <c>/service</c>; <c>result</c> is always there.</summary>
internal sealed record Answer(string Code, string Message, Action<Utf8JsonWriter>? Result = null)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Answer Accepted(Action<Utf8JsonWriter>? result = null) => new(Codes.Accepted, "", result);

    public static Answer Refused(string message) => new(Codes.Refused, message);

    public static Answer SessionEnded { get; } = new(Codes.SessionEnded, "The session has ended");

    public static Answer NotNow { get; } = new(Codes.NotNow, "Not possible at the moment");

    /// <summary>The same, if it is accepted, in the given one of the two spellings.</summary>
    public Answer Spelt(string accepted) => Code == Codes.Accepted ? this with { Code = accepted } : this;

    public ReadOnlyMemory<byte> ToJson()
    {
        var output = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(output, Relaxed);
        json.WriteStartObject();
        json.WriteString("error_code", Code);
        json.WriteString("message", Message);
        json.WriteStartArray("result");
        Result?.Invoke(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }
}
