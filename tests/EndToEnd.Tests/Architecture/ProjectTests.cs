using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

public sealed class ProjectTests
{
    private static IEnumerable<(string File, string Project, string Text)> Projects =>
        from file in Ours.Files("*.csproj")
        select (Ours.Relative(file), Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));

    [Fact]
    public void Projects_reference_only_what_lies_below_them() =>
        Projects.SelectMany(p => ProjectRules.Directions(p.File, p.Text)).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Hub/IntegrationHub.Hub.csproj", "../Connectors/IntegrationHub.Connectors.csproj")]
    [InlineData("src/Connectors/IntegrationHub.Connectors.csproj", @"..\Hub\IntegrationHub.Hub.csproj")]
    [InlineData("src/Cli/IntegrationHub.Cli.csproj", "../Hub/IntegrationHub.Hub.csproj")]
    [InlineData("contracts/IntegrationHub.Contracts.csproj", "../src/Connectors.Sdk/IntegrationHub.Connectors.Sdk.csproj")]
    [InlineData("sim/Settlement/IntegrationHub.Sim.Settlement.csproj", "../../contracts/IntegrationHub.Contracts.csproj")]
    [InlineData("tools/IntegrationHub.Sim.Sources.csproj", "../src/Hub/IntegrationHub.Hub.csproj")]
    public void A_reference_against_the_arrows_is_caught(string file, string reference) =>
        ProjectRules.Directions(file, $"""<Project><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup></Project>""")
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("src/Shared/IntegrationHub.Shared.csproj", 1)]
    [InlineData("tests/New.Tests/IntegrationHub.New.Tests.csproj", 0)]
    public void A_project_that_no_rule_knows_is_refused_unless_it_is_a_test(string file, int breaches) =>
        ProjectRules.Directions(file, "<Project />").Count().ShouldBe(breaches);

    [Fact]
    public void No_commercial_package_is_taken() =>
        Ours.Files("*.csproj").Append(Path.Combine(Ours.Root, "Directory.Packages.props"))
            .SelectMany(file => ProjectRules.Packages(Ours.Relative(file), File.ReadAllText(file))).ShouldBeEmpty();

    [Theory]
    [InlineData("MediatR")]
    [InlineData("AutoMapper.Extensions.Microsoft.DependencyInjection")]
    [InlineData("MassTransit.RabbitMQ")]
    [InlineData("FluentAssertions")]
    public void A_commercial_package_is_caught(string package) =>
        ProjectRules.Packages("planted", $"""<Project><ItemGroup><PackageVersion Include="{package}" Version="1" /></ItemGroup></Project>""")
            .ShouldHaveSingleItem();

    [Fact]
    public void Nothing_that_ships_takes_WireMock() =>
        Projects.SelectMany(p => ProjectRules.TestToolsInProduct(p.Project, p.Text)).ShouldBeEmpty();

    [Fact]
    public void WireMock_in_the_product_is_caught() =>
        ProjectRules.TestToolsInProduct("IntegrationHub.Server", """<PackageReference Include="WireMock.Net.Minimal" />""").ShouldHaveSingleItem();

    [Fact]
    public void The_engine_and_the_connectors_ban_the_ambient_clock() =>
        Projects.SelectMany(p => ProjectRules.AmbientClock(p.Project, p.Text)).ShouldBeEmpty();

    [Fact]
    public void An_engine_with_an_ambient_clock_is_caught() =>
        ProjectRules.AmbientClock("IntegrationHub.Hub", "<Project />").ShouldHaveSingleItem();
}
