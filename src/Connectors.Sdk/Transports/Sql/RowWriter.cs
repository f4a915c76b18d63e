using System.Buffers;
using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Writes the present row of a reader as a JSON object: the columns' names, and of each value what it says, unchanged.</summary>
internal sealed class RowWriter(DbDataReader reader)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];

    public string Row()
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        writer.WriteStartObject();
        for (var i = 0; i < columns.Length; i++)
        {
            writer.WritePropertyName(columns[i]);
            var value = reader.GetValue(i);
            ValueForms.Of(value.GetType())!(writer, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
