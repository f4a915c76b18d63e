namespace IntegrationHub.Contracts;

/// <summary>The code lists that travel inside this assembly.</summary>
internal static class EmbeddedList
{
    public static IEnumerable<CsvRow> Rows(string name)
    {
        var list = $"lists/{name}.csv";
        var stream = typeof(EmbeddedList).Assembly.GetManifestResourceStream(list)
            ?? throw new InvalidOperationException($"{list} is not embedded.");
        using var text = new StreamReader(stream);
        foreach (var row in Csv.Read(list, text))
            yield return row;
    }

    public static IReadOnlyList<CodeEntry> Entries(string name) =>
    [
        .. Rows(name).Select(row => new CodeEntry(
            row.Required("code"), row.Required("name"), row.Validity(), row.Required("source"), row.Confidence(), row["remark"])),
    ];
}
