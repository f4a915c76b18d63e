using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Catalogue;

/// <summary>What every connector's folder must hold; a connector is checked before its author writes a test.</summary>
public sealed partial class ConnectorFolderTests
{
    private static readonly string[] Sections = ["## What it reads", "## Settings", "## Mapping", "## Rejections"];

    public static TheoryData<string> Folders => [.. Repository.ConnectorFolders];

    [Fact]
    public void The_catalogue_names_every_folder_with_a_manifest_and_no_other() =>
        ConnectorCatalog.All.Select(module => module.GetType().Namespace!.Split('.')[^1]).Order().ShouldBe(Repository.ConnectorFolders);

    [Fact]
    public void No_two_connectors_share_an_id() =>
        ConnectorCatalog.All.Select(module => module.Manifest.Id).ShouldBeUnique();

    [Theory, MemberData(nameof(Folders))]
    public void The_manifest_is_without_problems_and_named_after_the_folder(string folder)
    {
        var file = Path.Combine(Repository.Connectors, folder, "connector.json");
        var (manifest, problems) = ManifestReader.Read(file, File.ReadAllText(file));
        problems.ShouldBeEmpty();
        manifest!.Id.ShouldBe(CapitalInside().Replace(folder, "-$1").ToLowerInvariant());
    }

    [Theory, MemberData(nameof(Folders))]
    public void The_sample_settings_are_without_problems(string folder)
    {
        var module = Bench.ModuleOf(folder);
        module.Register(new ServiceCollection(), Bench.Section(module, Bench.Sample(folder))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Folders))]
    public void The_readme_has_its_sections_and_shows_the_sample_settings(string folder)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Connectors, folder, "README.md"));
        Sections.ShouldAllBe(section => readme.Contains($"\n{section}\n", StringComparison.Ordinal));
        readme.ShouldContain($"```json\n{File.ReadAllText(Path.Combine(Repository.Connectors, folder, "settings.sample.json"))}```");
    }

    [Theory, MemberData(nameof(Folders))]
    public void The_readme_names_every_rejection_that_a_case_shows(string folder)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Connectors, folder, "README.md"));
        foreach (var code in Cases.GoldenCase.In(folder).Select(golden => golden.ExpectedRejection).OfType<string>())
            readme.ShouldContain($"`{code}`");
    }

    [Theory, MemberData(nameof(Folders))]
    public void The_abilities_declared_are_the_abilities_built(string folder)
    {
        var abilities = Bench.ModuleOf(folder).Manifest.Abilities;
        var connector = Bench.WithSampleSettings(folder);
        (connector is IConnectionCheck).ShouldBe(abilities["check"] == "yes");
        (connector is ICallback).ShouldBe(abilities["callback"] == "yes");
    }

    [Theory, MemberData(nameof(Folders))]
    public void An_unknown_setting_is_told_with_its_path_and_registers_nothing(string folder)
    {
        var module = Bench.ModuleOf(folder);
        var services = new ServiceCollection();
        var problems = module.Register(services, Bench.Section(module, Bench.Settings(module, ("Pagesize2", "7"), ("Schedule", "every day"))));
        problems.ShouldContain(problem => problem.Path == $"Connectors:{module.Manifest.Id}:Pagesize2");
        problems.ShouldContain(problem => problem.Path == $"Connectors:{module.Manifest.Id}:Schedule");
        services.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Folders))]
    public void The_parts_are_named_after_the_folder(string folder)
    {
        foreach (var part in new[] { "Module", "Options", "Connector", "Mapping" })
            File.Exists(Path.Combine(Repository.Connectors, folder, $"{folder}{part}.cs")).ShouldBeTrue($"{folder}{part}.cs");
    }

    [Theory, MemberData(nameof(Folders))]
    public void The_folder_has_stubs_of_good_days_and_bad(string folder) =>
        Directory.GetDirectories(Path.Combine(Repository.Connectors, folder, "stubs")).Length.ShouldBeGreaterThanOrEqualTo(3);

    [Theory, MemberData(nameof(Folders))]
    public void The_manifest_names_every_setting_that_holds_a_host(string folder)
    {
        var options = Bench.ModuleOf(folder).GetType().Assembly.GetType($"IntegrationHub.Connectors.{folder}.{folder}Options")!;
        options.GetProperties().Where(option => option.PropertyType == typeof(Uri) || option.Name == "ConnectionString")
            .Select(option => option.Name)
            .ShouldBe(Bench.ModuleOf(folder).Manifest.AllowedHosts);
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex CapitalInside();
}
