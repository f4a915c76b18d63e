using IntegrationHub.Contracts;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class SettingsAreCheckedAllAtOnce
{
    private const string HubKeys =
        "Known here: Store, StorePassword, Schedule, ReconcileSchedule, Workers, DrainTime, Backoff, ReleaseEvery, LeaseTime, "
        + "LedgerQuotaMiB, LowSpaceMiB.";

    [Fact]
    public async Task Every_problem_is_told_with_its_path_and_the_exit_code_is_usage()
    {
        var (exitCode, said) = await Check.SettingsAsync(
            "Hub:Workers=99", "Hub:Wrkers=3", "Hub:ReconcileSchedule=daily", "Server:Listen=ftp://x", "Settlement:Password=inline",
            "Conectors:x=1", "Connectors:nobody:A=1", "Connectors:land-registry:Secret=env:NOT_SET_ANYWHERE",
            "Connectors:land-registry:Schedule=often", "malformed");

        exitCode.ShouldBe(2);
        string[] paths =
        [
            "Hub:Workers", "Hub:Wrkers", "Hub:ReconcileSchedule", "Server:Listen", "Settlement:BaseAddress", "Settlement:User",
            "Settlement:Password", "Settlement:Agency", "Conectors", "Connectors:nobody", "Connectors:land-registry:Secret",
            "Connectors:land-registry:Schedule", "--set malformed",
        ];
        said.Split('\n').Select(line => line.Split(": ")[0]).ShouldBe([.. paths, "13 problems.", ""], ignoreOrder: true);
        said.ShouldNotContain("inline");
    }

    [Theory]
    [InlineData("Hub:Wrkers=3", HubKeys)]
    [InlineData("Hub:Listen=http://127.0.0.1:1", HubKeys)]
    [InlineData("Server:Token=x", "Known here: Listen, TokenFile.")]
    [InlineData("Connectors:land-registry:Sekret=x", "Known here: Secret, PageSize, Schedule, Lag, Enabled.")]
    [InlineData("Servr:Listen=x", "Known are Hub, Server, Settlement, Connectors.")]
    public async Task An_unknown_key_is_told_which_are_known(string setting, string known) =>
        (await Check.SettingsAsync([.. Check.Target, setting])).Said.ShouldContain(known);

    [Theory]
    [InlineData("Hub:Workers=99", "Hub:Workers: '99' lies outside 1 to 32; set a value between them.")]
    [InlineData("Hub:Workers=many", "Hub:Workers: 'many' is not a whole number.")]
    [InlineData("Hub:DrainTime=00:11:00", "Hub:DrainTime: '00:11:00' lies outside 00:00:00 to 00:10:00; set a value between them.")]
    [InlineData("Hub:ReleaseEvery=5h", "Hub:ReleaseEvery: '5h' is not a time span (hh:mm:ss).")]
    [InlineData("Hub:Store=oracle:x", "Hub:Store: 'oracle:x' does not do: must be sqlite:PATH or postgres:CONNECTION, for example postgres:Host=")]
    [InlineData("Hub:Store=postgres:Host=db;Database=hub;Username=hub;Password=x", "Hub:Store: a password is not written into settings; take it out")]
    [InlineData("Hub:Store=postgres:Host=db;Database=hub", "Hub:Store: needs Host, Database and Username after postgres:.")]
    [InlineData("Hub:Store=postgres:Hots=db", "Hub:Store: is no connection that Npgsql understands: ")]
    [InlineData("Server:Listen=ftp://x", "Server:Listen: 'ftp://x' is no address here; write http://ADDRESS:PORT")]
    [InlineData("Server:Listen=http://localhost:0", "Server:Listen: 'http://localhost:0' is no address here; write http://ADDRESS:PORT")]
    [InlineData("Hub:ReconcileSchedule=daily", "Hub:ReconcileSchedule: 'daily' is not a Quartz cron expression; write for example")]
    public async Task A_wrong_value_is_told_with_what_would_do(string setting, string told) =>
        (await Check.SettingsAsync([.. Check.Target, setting])).Said.ShouldContain(told);

    [Fact]
    public async Task A_lag_is_refused_where_a_source_is_read_by_a_sequence()
    {
        var (exitCode, said) = await Check.SettingsAsync(
            [.. Check.Target, "Connectors:land-registry:Secret=env:PATH", "Connectors:land-registry:Lag=00:05:00"]);

        exitCode.ShouldBe(2);
        said.ShouldContain("Connectors:land-registry:Lag: belongs to a source read by time; this one has a sequence.");
    }

    [Fact]
    public async Task Good_settings_have_no_problems_and_say_what_runs()
    {
        var (exitCode, said) = await Check.SettingsAsync([.. Check.Target, "Connectors:land-registry:Secret=env:PATH"]);

        exitCode.ShouldBe(0, said);
        said.ShouldContain("land-registry: runs at ");
        said.ShouldContain("construction-permits: switched off or not configured, does not run");
    }

    [Fact]
    public async Task Codes_that_nobody_has_confirmed_are_warned_of_list_by_list_and_are_no_problem()
    {
        var (exitCode, said) = await Check.SettingsAsync(Check.Target);

        exitCode.ShouldBe(0, said);
        foreach (var list in CodeLists.Unconfirmed.GroupBy(code => code.List))
            said.ShouldContain($"warning: {list.Key}.csv: {list.Count()} codes are not confirmed by an official source ");
        said.ShouldContain("statuses.csv: 10 codes are not confirmed by an official source and are sent as they are; hold them against");
        said.ShouldContain("sectors.csv: 6 codes are not confirmed by an official source and are sent as they are; replace them");
    }

    [Fact]
    public async Task A_connector_that_is_switched_off_does_not_run_and_its_settings_do_not_matter()
    {
        var (exitCode, said) = await Check.SettingsAsync([.. Check.Target, "Connectors:land-registry:Enabled=false"]);

        exitCode.ShouldBe(0, said);
        said.ShouldContain("land-registry: switched off or not configured, does not run");
    }

    [Fact]
    public async Task A_file_that_is_not_json_is_a_problem_and_not_a_crash()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "{ not json", TestContext.Current.CancellationToken);
            var (exitCode, said) = await Check.RunAsync("check", "--config", file);
            exitCode.ShouldBe(2);
            said.ShouldContain("is not a JSON object");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--settings", "hub.json")]
    [InlineData("--urls", "http://127.0.0.1:1")]
    public async Task An_option_has_one_name(string option, string value) => (await Check.RunAsync("check", option, value)).ExitCode.ShouldBe(1);
}
