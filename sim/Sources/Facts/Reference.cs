namespace IntegrationHub.Sim.Sources.Facts;

internal sealed record CodedName(string Code, string Name);

/// <summary>The real code lists of the province, from the embedded files.</summary>
internal static class Reference
{
    public static IReadOnlyList<CodedName> Communes { get; } = Read("communes.csv");

    public static IReadOnlyList<CodedName> OldCommunes { get; } = Read("old-communes.csv");

    public static IReadOnlyList<CodedName> LandProcedures { get; } = Read("land-procedures.csv");

    private static CodedName[] Read(string file)
    {
        using var stream = typeof(Reference).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row)];
    }

    private static CodedName Row(string line)
    {
        var cells = line.Split(';');
        return new(cells[0], cells[1]);
    }
}
