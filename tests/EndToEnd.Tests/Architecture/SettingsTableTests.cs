using IntegrationHub.Connectors;
using IntegrationHub.Hub;
using IntegrationHub.Server.Settings;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

public sealed class SettingsTableTests
{
    private static readonly string Table = File.ReadAllText(Path.Combine(Ours.Root, "docs/operations.md"));

    [Fact]
    public void Every_setting_stands_in_the_table_with_its_default() => Missing(Table).ShouldBeEmpty();

    [Fact]
    public void A_setting_that_is_missing_or_has_another_default_is_caught() =>
        Missing(Table.Replace("`Hub:Workers` | `4`", "`Hub:Workers` | `5`", StringComparison.Ordinal)
            .Replace("`Server:Listen`", "`Server:Listens`", StringComparison.Ordinal)).ShouldBe(["Hub:Workers", "Server:Listen"]);

    [Fact]
    public void The_table_names_no_setting_that_is_not_there()
    {
        var known = Sections().SelectMany(s => Settings(s.Type).Select(p => $"{s.Section}:{p.Name}"))
            .Concat(["Connectors:<id>:Schedule", "Connectors:<id>:Lag", "Connectors:<id>:Enabled"]);
        var rows = Table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        rows.Select(row => row.Split('`')[1]).Where(name => name.Contains(':', StringComparison.Ordinal)).ShouldBe(known, ignoreOrder: true);
    }

    // A default that is a plain word stands in its row as it is written in a settings file; lists and "must be set" are for people.
    private static IEnumerable<string> Missing(string table) =>
        from section in Sections()
        let defaults = Activator.CreateInstance(section.Type)
        from setting in Settings(section.Type)
        let name = $"{section.Section}:{setting.Name}"
        let row = table.Split('\n').FirstOrDefault(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal))
        where row is null || (Said(setting.GetValue(defaults)) is { } word && !row.Contains($"| `{word}` |", StringComparison.Ordinal))
        select name;

    private static string? Said(object? value) => value switch
    {
        null => null,
        bool on => on ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static IEnumerable<System.Reflection.PropertyInfo> Settings(Type type) => type.GetProperties().Where(p => p.CanWrite);

    private static IEnumerable<(string Section, Type Type)> Sections() =>
    [
        ("Hub", typeof(HubOptions)), ("Server", typeof(ServerOptions)), ("Settlement", OptionsOf("SettlementSystem")),
        .. from module in ConnectorCatalog.All
           let folder = module.GetType().Namespace!.Split('.')[^1]
           select ($"Connectors:{module.Manifest.Id}", OptionsOf(folder)),
    ];

    private static Type OptionsOf(string folder) =>
        Ours.Connectors.GetTypes().Single(t => t.Namespace == $"IntegrationHub.Connectors.{folder}" && t.Name.EndsWith("Options", StringComparison.Ordinal));
}
