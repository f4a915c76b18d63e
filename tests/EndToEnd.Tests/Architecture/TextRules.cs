using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

/// <summary>Rules over source text and over the lines that compiled methods cover.</summary>
internal static partial class TextRules
{
    public const int LongestFile = 300;
    public const int LongestMethod = 60;

    public const int LongestLine = 160;

    /// <summary>What a screen shows at once.</summary>
    public const int Screen = 80;

    public static IEnumerable<string> TooLong(string file, string text, int most = LongestFile) =>
        Lines(text) is var lines && lines > most ? [$"{file} has {lines} lines; {most} is the most"] : [];

    public static IEnumerable<string> Regions(string file, string text) =>
        text.Split('\n').Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)) ? [$"{file} has a region"] : [];

    public static IEnumerable<string> BlockNamespace(string file, string text) =>
        text.Split('\n').Any(line => line.StartsWith("namespace ", StringComparison.Ordinal) && !line.TrimEnd().EndsWith(';'))
            ? [$"{file} has a block namespace"]
            : [];

    public static IEnumerable<string> TooWide(string file, string text) =>
        from line in text.Split('\n').Index()
        where line.Item.Length > LongestLine
        select $"{file}:{line.Index + 1} has {line.Item.Length} columns; {LongestLine} is the most";

    /// <summary>What a comment needs stands in the comment or in this repository.</summary>
    public static IEnumerable<string> Papers(string file, string text) =>
        from line in text.Split('\n').Index()
        where Paper().IsMatch(line.Item)
        select $"{file}:{line.Index + 1} refers to a paper that is not in the repository";

    [GeneratedRegex(@"(?<![\w/.-])(domain|design|reliability|security|settlement-profile|console|api|style|peers|toolchain)\.md\b")]
    private static partial Regex Paper();

    private static int Lines(string text) => text.AsSpan().TrimEnd().Count('\n') + 1;

    /// <summary>Methods longer than allowed, by the sequence points of the assembly's symbols.</summary>
    public static IEnumerable<string> LongMethods(Assembly assembly)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var reader = symbols.GetMetadataReader();
        foreach (var handle in reader.MethodDebugInformation)
        {
            var lines = reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(p => !p.IsHidden).ToList();
            if (lines.Count == 0 || lines.Max(p => p.EndLine) - lines.Min(p => p.StartLine) + 1 is not (var length and > LongestMethod))
                continue;
            if (Name(assembly, handle).EndsWith("..cctor", StringComparison.Ordinal)) // a table
                continue;
            var document = reader.GetString(reader.GetDocument(lines[0].Document).Name);
            if (!document.Contains("/obj/", StringComparison.Ordinal) && !document.EndsWith(".g.cs", StringComparison.Ordinal))
                yield return $"{Name(assembly, handle)} ({Path.GetFileName(document)}) has {length} lines; {LongestMethod} is the most";
        }
    }

    private static string Name(Assembly assembly, MethodDebugInformationHandle handle)
    {
        var method = assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(handle.ToDefinitionHandle()))!;
        return $"{method.DeclaringType?.Name}.{method.Name}";
    }
}
