using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Catalogue;

public sealed class BrokenModuleTests
{
    [Fact]
    public void A_connector_with_a_broken_manifest_is_known_by_its_folder_says_where_and_registers_nothing()
    {
        var (_, problems) = ManifestReader.Read("LandRegistry/connector.json", """
            {
              "id": "land-registry",
              "shedule": "0/10 * * * * ?"
            }
            """);
        var module = new BrokenModule("LandRegistry", problems);
        var services = new ServiceCollection();
        var told = module.Register(services, new ConfigurationBuilder().Build().GetSection("Connectors:land-registry"));

        module.Manifest.Id.ShouldBe("land-registry");
        told.Select(problem => problem.ToString()).ShouldContain(text =>
            text.StartsWith("LandRegistry/connector.json(3) /shedule: is not known.", StringComparison.Ordinal));
        told.Count.ShouldBe(problems.Count);
        services.ShouldBeEmpty();
    }
}
