using System.Globalization;

namespace IntegrationHub.Contracts;

/// <summary>One row of a code list, its fields by column name.</summary>
internal sealed class CsvRow(string list, int line, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
{
    public string this[string column] => columns.TryGetValue(column, out var index)
        ? fields[index]
        : throw new FormatException($"{list}: there is no column '{column}'.");

    public string Required(string column) => this[column] is { Length: > 0 } text ? text : throw Wrong(column, "is empty");

    public DateOnly? Date(string column) => this[column] switch
    {
        "" => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        _ => throw Wrong(column, "is no date yyyy-MM-dd"),
    };

    public Validity Validity() => new(Date("valid_from"), Date("valid_to"));

    public Confidence Confidence() => this["confidence"] switch
    {
        "official" => Contracts.Confidence.Official,
        "public" => Contracts.Confidence.Public,
        "in-use" => Contracts.Confidence.InUse,
        "assumed" => Contracts.Confidence.Assumed,
        _ => throw Wrong("confidence", "is none of official, public, in-use, assumed"),
    };

    public FormatException Wrong(string column, string what) => new($"{list}, line {line}: '{column}' {what}.");
}
