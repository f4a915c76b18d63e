using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>
/// A date of which the day, or the day and the month, may be unknown, as birth dates in Vietnamese registers are
/// (QCVN 109:2017 allows a year alone; <c>loaiNgaySinh</c> 0 full, 1 year, 2 year and month). Missing parts are never filled in.
/// Written as <c>1987</c>, <c>1987-05</c> or <c>1987-05-21</c>.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct PartialDate
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    /// <summary>The year, 1-9999.</summary>
    public int Year { get; }

    /// <summary>The month, 1-12, or <see langword="null"/> if unknown.</summary>
    public int? Month { get; }

    /// <summary>The day of the month, or <see langword="null"/> if unknown; never known without the month.</summary>
    public int? Day { get; }

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date, if the text is one.</param>
    /// <returns>Whether the text is a partial date that exists in the calendar.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is < 1 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2))
            return false;

        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;

        return TryCreate(numbers[0], parts.Length > 1 ? numbers[1] : null, parts.Length > 2 ? numbers[2] : null, out date);
    }

    /// <summary>Makes a date of its known parts.</summary>
    /// <param name="year">The year, 1-9999.</param>
    /// <param name="month">The month, or <see langword="null"/>.</param>
    /// <param name="day">The day, or <see langword="null"/>; <see langword="null"/> when the month is.</param>
    /// <param name="date">The date, if there is such a one.</param>
    /// <returns>Whether the parts are a date that exists in the calendar.</returns>
    public static bool TryCreate(int year, int? month, int? day, out PartialDate date)
    {
        var exists = year is >= 1 and <= 9999
            && (month is null ? day is null : month is >= 1 and <= 12
                && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month.Value))));
        date = exists ? new PartialDate(year, month, day) : default;
        return exists;
    }

    /// <inheritdoc/>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
    };

    internal sealed class Converter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not a partial date: yyyy, yyyy-MM or yyyy-MM-dd.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
