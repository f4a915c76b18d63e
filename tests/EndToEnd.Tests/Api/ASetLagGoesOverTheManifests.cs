using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class ASetLagGoesOverTheManifests
{
    [Theory]
    [InlineData(null, 120)]
    [InlineData("01:30:00", 5400)]
    public void For_a_department_whose_transactions_take_longer(string? lag, int seconds)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Connectors:construction-permits:Database"] = "construction.db",
            [$"Connectors:construction-permits:{ConnectorSettings.Lag}"] = lag,
        }).Build();

        var connector = Composition.Add(new ServiceCollection(), configuration, []).Connectors.ShouldHaveSingleItem();

        connector.Problems.ShouldBeEmpty();
        connector.Manifest.Lag.ShouldBe(TimeSpan.FromSeconds(seconds));
    }
}
