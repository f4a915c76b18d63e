using System.Text.RegularExpressions;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

/// <summary>Test data cannot be anybody's: hosts end in .example, identity numbers begin with 999 (no province has that code).</summary>
internal static partial class TestDataRules
{
    public static IEnumerable<string> RealHosts(string file, string text) =>
        Host().Matches(text).Select(match => match.Groups["host"].Value)
            .Where(host => !host.EndsWith(".example", StringComparison.Ordinal) && !IsThisMachine(host) && host != "json-schema.org")
            .Select(host => $"{file} names the host {host}, which may exist");

    private static bool IsThisMachine(string host) => System.Net.IPAddress.TryParse(host, out var a) && System.Net.IPAddress.IsLoopback(a);

    public static IEnumerable<string> RealNumbers(string file, string text) =>
        Number().Matches(text).Select(match => $"{file} holds a number of {match.Value.Trim('"')
            .Length} digits that does not begin with 999");

    [GeneratedRegex(@"(?:https?://(?:[^/@""'\s]*@)?|[\w.-]+@)(?<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    // 12 digits are a personal number, 9 in quotation marks an old identity card; a zero that must be kept may stand before the 999.
    [GeneratedRegex(@"(?<![0-9A-Za-z.\-])(?!0?999)[0-9]{12}(?![0-9A-Za-z])|""(?!0?999)[0-9]{9}""", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
