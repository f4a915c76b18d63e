using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

/// <summary>The doc comments of the contract, as plain text: they are the one place where a member is explained.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Summaries =
        XDocument.Load(Path.ChangeExtension(typeof(CanonicalRecord).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    public static Summary SummaryOf(Type type) => Read(Summaries[$"T:{type.FullName}"]);

    public static Summary SummaryOf(PropertyInfo member) => Read(Summaries[$"P:{member.DeclaringType!.FullName}.{member.Name}"]);

    public static Summary Read(string text) =>
        new(text, OfficialField().Match(text) is { Success: true } match ? match.Groups[1].Value : null);

    private static Summary Read(XElement summary) => Read(Spaces().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim());

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => (see.Attribute("langword") ?? see.Attribute("cref"))!.Value.Split('.', ':')[^1],
        XElement element => string.Concat(element.Nodes().Select(Plain)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // "Official field: MaHoSo (…", "Field: KenhThucHien.", "Official fields: MaTTHC, TenTTHC (…"
    [GeneratedRegex(@"[Ff]ields?: ([A-Za-z.\[\], ]+?)(?: \(|,? \d|\.?$|\. |, "")")]
    private static partial Regex OfficialField();

    /// <param name="Text">The whole summary.</param>
    /// <param name="OfficialField">The names of the official fields, if it has any.</param>
    public sealed record Summary(string Text, string? OfficialField);
}
