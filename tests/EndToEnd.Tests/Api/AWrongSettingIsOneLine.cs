using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

/// <summary>Settings that would else end in a stack trace, or be taken for something that was not meant.</summary>
public sealed class AWrongSettingIsOneLine
{
    [Theory]
    [InlineData("Hub:Store=", "Hub:Store: is missing; set it.")]
    [InlineData("Server:TokenFile=", "Server:TokenFile: is empty; name a file, or leave the setting out.")]
    [InlineData("Hub:ReconcileSchedule=0 0 0 31 2 ?", "Hub:ReconcileSchedule: '0 0 0 31 2 ?' never comes; name a day that there is.")]
    [InlineData("Hub:Backoff:0=5s", "Hub:Backoff:0: '5s' is not a time span (hh:mm:ss).")]
    [InlineData("Hub:Backoff:0=5", "Hub:Backoff:0: '5' is not a time span (hh:mm:ss).")]
    [InlineData("Hub:Backoff:0=-00:00:01", "Hub:Backoff:0: '-00:00:01' lies outside 00:00:00.1000000 to 1.00:00:00;")]
    [InlineData("Hub:Backoff:0=2.00:00:00", "Hub:Backoff:0: '2.00:00:00' lies outside 00:00:00.1000000 to 1.00:00:00;")]
    [InlineData("Hub:Backoff=00:00:10", "Hub:Backoff: is a list; write its items, the first as Hub:Backoff:0.")]
    [InlineData("Hub:Schedule:x=false", "Hub:Schedule: is one value; write nothing below it.")]
    [InlineData("Hub=sqlite:/x.db", "Hub: is a section and has no value of its own; write for example Hub:Store.")]
    [InlineData("Server=x", "Server: is a section and has no value of its own; write for example Server:Listen.")]
    [InlineData("Connectors=on", "Connectors: is a section and has no value of its own; write for example Connectors:")]
    [InlineData("Server:Listen=http://loopback:18977", "Server:Listen: 'http://loopback:18977' is no address here;")]
    [InlineData("Server:Listen=http://hub.example:8088", "Server:Listen: 'http://hub.example:8088' is no address here;")]
    public async Task It_is_told_with_what_would_do(string setting, string told)
    {
        var (exitCode, said) = await Check.SettingsAsync([.. Check.Target, setting]);

        exitCode.ShouldBe(2, said);
        said.ShouldStartWith(told);
        said.ShouldEndWith("\n1 problem.\n");
    }

    [Theory]
    [InlineData("Schedule=0 0 0 31 2 ?", "Connectors:land-registry:Schedule: '0 0 0 31 2 ?' never comes;")]
    [InlineData("Secret:x=1", "Connectors:land-registry:Secret: is one value; write nothing below it.")]
    public async Task One_of_a_connector_is_told_and_stops_nothing_else(string setting, string told)
    {
        var (_, said) = await Check.SettingsAsync(
            [.. Check.Target, "Connectors:land-registry:Secret=env:PATH", $"Connectors:land-registry:{setting}"]);

        said.ShouldStartWith(told);
        said.ShouldEndWith("\n1 problem.\n");
    }

    [Fact]
    public async Task A_connectors_section_with_a_value_is_told() =>
        (await Check.SettingsAsync([.. Check.Target, "Connectors:land-registry=on", "Connectors:land-registry:Secret=env:PATH"])).Said
            .ShouldStartWith("Connectors:land-registry: is a section and has no value of its own;");

    [Fact]
    public async Task A_secret_that_is_there_and_cannot_be_read_is_told()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            var (exitCode, said) = await Check.SettingsAsync([.. Check.Target, $"Connectors:land-registry:Secret=file:{file}"]);

            exitCode.ShouldBe(2, said);
            said.ShouldStartWith($"Connectors:land-registry:Secret: the file {file} cannot be read; mend its rights.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Of_a_setting_that_is_given_twice_the_last_one_counts()
    {
        var (exitCode, said) = await Check.RunAsync(
            ["check", .. Check.Target.SelectMany(s => (string[])["--set", s]), "--set", "Hub:Store=sqlite:one.db",
             "--set", "hub:store=sqlite:two.db", "--set", "Server:Listen=http://127.0.0.1:1", "--listen", "http://127.0.0.1:2"]);

        exitCode.ShouldBe(0, said);
        said.ShouldContain("two.db");
        said.ShouldContain("listens on: http://127.0.0.1:2");
    }

    [Fact]
    public async Task What_two_settings_must_fit_is_told_beside_what_is_wrong_with_each()
    {
        var (_, said) = await Check.SettingsAsync([.. Check.Target, "Connectors:construction-permits:PageSize=0"]);

        said.ShouldContain("Connectors:construction-permits:PageSize: '0' lies outside");
        said.ShouldContain("Connectors:construction-permits:Database: ");
    }
}
