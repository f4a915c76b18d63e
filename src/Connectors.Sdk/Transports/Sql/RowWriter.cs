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

    /// <returns>The row, or the fault that names the column whose value the driver cannot give.</returns>
    public Outcome<string> Row()
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        writer.WriteStartObject();
        for (var i = 0; i < columns.Length; i++)
        {
            if (ValueAt(i) is not { } value)
                return SqlFaults.OfValue(columns[i]);
            writer.WritePropertyName(columns[i]);
            ValueForms.Of(value.GetType())!(writer, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private object? ValueAt(int column)
    {
        try
        {
            return reader.GetValue(column);
        }
        catch (Exception beyond) when (beyond is InvalidCastException or OverflowException)
        {
            return null; // .NET's type is narrower than the database's; a null of the database is DBNull
        }
    }
}
