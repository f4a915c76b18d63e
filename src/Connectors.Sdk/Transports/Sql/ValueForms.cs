using System.Globalization;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// How the values of a database are written in JSON: null as null, numbers as numbers, the rest as text. A type that is not here has
/// no form of its own; its column must be cast in the query.
/// </summary>
internal static class ValueForms
{
    private static readonly Dictionary<Type, Action<Utf8JsonWriter, object>> Forms = new()
    {
        [typeof(DBNull)] = static (json, _) => json.WriteNullValue(),
        [typeof(string)] = static (json, value) => json.WriteStringValue((string)value),
        [typeof(char)] = static (json, value) => json.WriteStringValue([(char)value]),
        [typeof(bool)] = static (json, value) => json.WriteBooleanValue((bool)value),
        [typeof(sbyte)] = static (json, value) => json.WriteNumberValue((sbyte)value),
        [typeof(byte)] = static (json, value) => json.WriteNumberValue((byte)value),
        [typeof(short)] = static (json, value) => json.WriteNumberValue((short)value),
        [typeof(ushort)] = static (json, value) => json.WriteNumberValue((ushort)value),
        [typeof(int)] = static (json, value) => json.WriteNumberValue((int)value),
        [typeof(uint)] = static (json, value) => json.WriteNumberValue((uint)value),
        [typeof(long)] = static (json, value) => json.WriteNumberValue((long)value),
        [typeof(ulong)] = static (json, value) => json.WriteNumberValue((ulong)value),
        [typeof(decimal)] = static (json, value) => json.WriteNumberValue((decimal)value),
        [typeof(float)] = static (json, value) => Write(json, (float)value),
        [typeof(double)] = static (json, value) => Write(json, (double)value),
        [typeof(DateTime)] = static (json, value) => Write(json, (DateTime)value, "O"),
        [typeof(DateTimeOffset)] = static (json, value) => Write(json, (DateTimeOffset)value, "O"),
        [typeof(DateOnly)] = static (json, value) => Write(json, (DateOnly)value, "O"),
        [typeof(TimeOnly)] = static (json, value) => Write(json, (TimeOnly)value, "O"),
        [typeof(TimeSpan)] = static (json, value) => Write(json, (TimeSpan)value, "c"),
        [typeof(Guid)] = static (json, value) => Write(json, (Guid)value, "D"),
        [typeof(byte[])] = static (json, value) => json.WriteBase64StringValue((byte[])value),
    };

    /// <returns>What writes a value of a type, or <see langword="null"/> when the type has no form.</returns>
    public static Action<Utf8JsonWriter, object>? Of(Type type) => Forms.GetValueOrDefault(type);

    // JSON has no such numbers as NaN; as text they reach the mapping, which refuses that one record.
    private static void Write(Utf8JsonWriter json, float number)
    {
        if (float.IsFinite(number))
            json.WriteNumberValue(number);
        else
            Write(json, number, "R");
    }

    private static void Write(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            Write(json, number, "R");
    }

    private static void Write(Utf8JsonWriter json, IFormattable value, string form) =>
        json.WriteStringValue(value.ToString(form, CultureInfo.InvariantCulture));
}
