using System.Xml.Linq;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

/// <summary>Who may know whom, and what may not be bought: rules over project files, as functions from text to breaches.</summary>
internal static class ProjectRules
{
    /// <summary>All arrows between projects (docs/architecture.md). A project outside tests that is not listed here is refused.</summary>
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["IntegrationHub.Contracts"] = [],
        ["IntegrationHub.Connectors.Sdk"] = ["IntegrationHub.Contracts"],
        ["IntegrationHub.Connectors"] = ["IntegrationHub.Connectors.Sdk"],
        ["IntegrationHub.Hub"] = ["IntegrationHub.Connectors.Sdk"],
        ["IntegrationHub.Server"] = ["IntegrationHub.Connectors", "IntegrationHub.Hub"],
        ["IntegrationHub.Cli"] = ["IntegrationHub.Contracts"],
        ["IntegrationHub.Connectors.Kit"] = ["IntegrationHub.Connectors"],
        ["IntegrationHub.Sim.Settlement"] = [],
        ["IntegrationHub.Sim.Sources"] = [],
        ["IntegrationHub.Demo"] = ["IntegrationHub.Contracts"],
        ["IntegrationHub.Bench"] = ["IntegrationHub.Connectors", "IntegrationHub.Hub", "IntegrationHub.Demo"],
    };

    /// <summary>Mapper, mediator, bus and assertion libraries whose newer versions are commercial.</summary>
    private static readonly string[] NotBought = ["MediatR", "AutoMapper", "MassTransit", "FluentAssertions"];

    private static readonly string[] WithoutAmbientClock =
        ["IntegrationHub.Contracts", "IntegrationHub.Connectors.Sdk", "IntegrationHub.Connectors", "IntegrationHub.Hub"];

    /// <summary>Tests may reference whatever they test; everything else only what lies below it.</summary>
    public static IEnumerable<string> Directions(string file, string text)
    {
        var project = Path.GetFileNameWithoutExtension(file);
        if (MayReference.TryGetValue(project, out var allowed))
            return References(text).Except(allowed).Select(wrong => $"{project} must not reference {wrong}");
        return file.StartsWith("tests/", StringComparison.Ordinal) ? [] : [$"{file} is in no rule; say here what it may reference"];
    }

    public static IEnumerable<string> Packages(string file, string text) =>
        XDocument.Parse(text).Descendants()
            .Where(e => e.Name.LocalName is "PackageReference" or "PackageVersion")
            .Select(e => (string?)e.Attribute("Include") ?? "")
            .Where(package => NotBought.Any(name => $"{package}.".StartsWith($"{name}.", StringComparison.OrdinalIgnoreCase)))
            .Select(package => $"{file} takes {package}, which is commercial");

    /// <summary>WireMock plays sources for tests, and for authors in the kit; nothing that runs in production has it.</summary>
    public static IEnumerable<string> TestToolsInProduct(string project, string text) =>
        MayReference.ContainsKey(project) && project is not "IntegrationHub.Connectors.Kit" && text.Contains("WireMock", StringComparison.Ordinal)
            ? [$"{project} takes WireMock, which is for tests and authors"]
            : [];

    public static IEnumerable<string> AmbientClock(string project, string text) =>
        WithoutAmbientClock.Contains(project) && !text.Contains("<BanAmbient>true</BanAmbient>", StringComparison.Ordinal)
            ? [$"{project} must ban the ambient clock, ids and randomness (BanAmbient)"]
            : [];

    private static IEnumerable<string> References(string text) =>
        XDocument.Parse(text).Descendants("ProjectReference")
            .Where(e => (string?)e.Attribute("ReferenceOutputAssembly") != "false")
            .Select(e => Path.GetFileNameWithoutExtension(((string)e.Attribute("Include")!).Replace('\\', '/')));
}
