using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Catalogue;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("ConstructionPermits", "Database", "", "Database")]
    [InlineData("ConstructionPermits", "PageSize", "5001", "PageSize")]
    [InlineData("ConstructionPermits", "PageSize", "many", "PageSize")]
    [InlineData("ConstructionPermits", "QueryTimeout", "01:00:00", "QueryTimeout")]
    [InlineData("ConstructionPermits", "Engine", "Oracle", "Engine")]
    [InlineData("ConstructionPermits", "Engine", "Postgres", "ConnectionString")]
    [InlineData("ConstructionPermits", "Enabled", "perhaps", "Enabled")]
    [InlineData("ConstructionPermits", "Schedule", "* * * * *", "Schedule")]
    [InlineData("DrivingLicences", "Lag", "a day", "Lag")]
    [InlineData("DrivingLicences", "Address", "http://gplx.example", "Address")]
    [InlineData("DrivingLicences", "Password", "in-the-open", "Password")]
    [InlineData("DrivingLicences", "Password", "env:HUB_TEST_NOT_SET", "Password")]
    [InlineData("DrivingLicences", "WindowDays", "0", "WindowDays")]
    [InlineData("DrivingLicences", "StartDate", "31/02/2026", "StartDate")]
    [InlineData("LandRegistry", "Secret", "in-the-open", "Secret")]
    [InlineData("LandRegistry", "PageSize", "0", "PageSize")]
    public void A_bad_setting_is_told_with_its_path_under_any_culture(string folder, string key, string value, string culprit)
    {
        var module = Bench.ModuleOf(folder);
        var settings = Bench.Sample(folder);
        settings[$"Connectors:{module.Manifest.Id}:{key}"] = value;
        foreach (var culture in Culture.All)
        {
            var problems = Culture.Under(culture, () => module.Register(new ServiceCollection(), Bench.Section(module, settings)));
            problems.Select(problem => problem.Path).ShouldBe([$"Connectors:{module.Manifest.Id}:{culprit}"]);
            problems.Single().Message.ShouldNotContain("in-the-open");
        }
    }

    [Theory]
    [InlineData("PageSize", "5001", "'5001' lies outside 1 to 5000; set a value between them.")]
    [InlineData("QueryTimeout", "01:00:00", "'01:00:00' lies outside 00:00:01 to 00:10:00; set a value between them.")]
    [InlineData("Lag", "8.00:00:00", "'8.00:00:00' is no time span (hh:mm:ss) longer than nothing and up to 7.00:00:00.")]
    [InlineData("Lag", "-00:00:01", "'-00:00:01' is no time span (hh:mm:ss) longer than nothing and up to 7.00:00:00.")]
    [InlineData(
        "Size", "7",
        "unknown setting. Known here: Engine, Database, ConnectionString, AllowPlainConnection, PageSize, QueryTimeout, Schedule, Lag, "
        + "Enabled.")]
    public void A_problem_says_the_value_what_is_allowed_and_what_to_do(string key, string value, string message)
    {
        var (module, settings) = (Bench.ModuleOf("ConstructionPermits"), Bench.Sample("ConstructionPermits"));
        settings[$"Connectors:{module.Manifest.Id}:{key}"] = value;
        foreach (var culture in Culture.All)
            Culture.Under(culture, () => module.Register(new ServiceCollection(), Bench.Section(module, settings)))
                .Single().Message.ShouldBe(message);
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var module = Bench.ModuleOf("DrivingLicences");
        module.Register(new ServiceCollection(), Bench.Section(module, Bench.Settings(module)))
            .Select(problem => problem.Path.Split(':')[^1]).ShouldBe(["Address", "Username", "Password"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("00:00:00", null)]
    [InlineData("2", null)]
    [InlineData("00:00:01", 1)]
    [InlineData("7.00:00:00", 604_800)]
    [InlineData("7.00:00:01", null)]
    public void A_lag_that_is_set_goes_over_the_manifests_where_it_can_be_used(string? lag, int? seconds)
    {
        var module = Bench.ModuleOf("ConstructionPermits");
        var section = Bench.Section(module, Bench.Settings(module, (ConnectorSettings.Lag, lag)));
        ((int?)ConnectorSettings.LagOf(section)?.TotalSeconds).ShouldBe(seconds);
    }
}
