using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Sql;

/// <summary>What a permit holds does not travel in the open, nor to whoever says that he is the department.</summary>
public sealed class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=db.example")]
    [InlineData("Host=db.example;SSL Mode=Disable")]
    [InlineData("Host=db.example;SSL Mode=Prefer")]
    [InlineData("Host=db.example;SSL Mode=Require")]
    [InlineData("Host=10.1.2.3:5433")]
    [InlineData("Host=localhost,db.example")]
    public void To_another_machine_it_must_be_encrypted_and_the_certificate_checked(string connection)
    {
        var problem = Register(connection).ShouldHaveSingleItem();
        problem.Path.ShouldBe("Connectors:construction-permits:ConnectionString");
        problem.Message.ShouldContain("SSL Mode=VerifyFull");
        problem.Message.ShouldContain("AllowPlainConnection");
        problem.Message.ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("Host=db.example;SSL Mode=VerifyFull")]
    [InlineData("Host=db.example;SSL Mode=VerifyCA")]
    [InlineData("Host=localhost")]
    [InlineData("Host=127.0.0.1:5433")]
    [InlineData("Host=::1")]
    [InlineData("Host=/var/run/postgresql")]
    public void On_this_machine_or_checked_it_is_taken(string connection) => Register(connection).ShouldBeEmpty();

    [Fact]
    public void Whoever_asks_for_it_by_name_may_do_without() =>
        Register("Host=db.example", ("AllowPlainConnection", "true")).ShouldBeEmpty();

    private static IReadOnlyList<SettingProblem> Register(string connection, params (string, string?)[] others)
    {
        Environment.SetEnvironmentVariable("HUB_TEST_PERMITS_CONNECTION", $"{connection};Database=gpxd;Username=hub;Password=canary");
        var module = Bench.ModuleOf("ConstructionPermits");
        var settings = Bench.Settings(module, [("Engine", "Postgres"), ("ConnectionString", "env:HUB_TEST_PERMITS_CONNECTION"), .. others]);
        return module.Register(new ServiceCollection(), Bench.Section(module, settings));
    }
}
