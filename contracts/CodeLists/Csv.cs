using System.Text;

namespace IntegrationHub.Contracts;

/// <summary>
/// RFC 4180, strictly: a code list that is not well-formed is refused whole, with its name and line, rather than read by guess.
/// </summary>
internal static class Csv
{
    public static IEnumerable<CsvRow> Read(string list, TextReader text)
    {
        var line = 1;
        var columns = ReadRow(list, text, ref line) ?? throw new FormatException($"{list}: there is no header.");
        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
            throw new FormatException($"{list}, line 1: two columns have the same name.");

        var indexes = columns.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);
        for (var start = line; ReadRow(list, text, ref line) is { } fields; start = line)
            yield return fields.Count == columns.Count
                ? new CsvRow(list, start, indexes, fields)
                : throw new FormatException($"{list}, line {start}: {fields.Count} fields where the header has {columns.Count}.");
    }

    private static List<string>? ReadRow(string list, TextReader text, ref int line)
    {
        if (text.Peek() < 0)
            return null;

        var fields = new List<string>();
        do
            fields.Add(text.Peek() == '"' ? ReadQuoted(list, text, ref line) : ReadPlain(list, text, line));
        while (Take(text, ','));

        Take(text, '\r');
        if (!Take(text, '\n') && text.Peek() >= 0)
            throw new FormatException(
                $"{list}, line {line}: after a closing quotation mark only a comma or the end of the line may follow.");
        line++;
        return fields;
    }

    private static string ReadPlain(string list, TextReader text, int line)
    {
        var field = new StringBuilder();
        while (text.Peek() is >= 0 and not (',' or '\r' or '\n'))
            field.Append(text.Peek() == '"'
                ? throw new FormatException($"{list}, line {line}: a quotation mark inside a field that does not begin with one.")
                : (char)text.Read());
        return field.ToString();
    }

    private static string ReadQuoted(string list, TextReader text, ref int line)
    {
        var (field, start) = (new StringBuilder(), line);
        text.Read();
        while (true)
            switch (text.Read())
            {
                case < 0:
                    throw new FormatException($"{list}, line {start}: a quotation mark is not closed.");
                case '"' when !Take(text, '"'):
                    return field.ToString();
                case var character:
                    field.Append((char)character);
                    line += character == '\n' ? 1 : 0;
                    break;
            }
    }

    private static bool Take(TextReader text, char expected)
    {
        if (text.Peek() != expected)
            return false;
        text.Read();
        return true;
    }
}
