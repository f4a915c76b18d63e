using IntegrationHub.Server.Commands;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class SettingsAreCheckedAllAtOnce
{
    private static readonly string[] Target =
        ["Settlement:BaseAddress=https://tthc.example/", "Settlement:User=hub", "Settlement:Agency=H40", "Settlement:Password=env:PATH"];

    [Fact]
    public async Task Every_problem_is_told_with_its_path_and_the_exit_code_is_usage()
    {
        var (exitCode, said) = await CheckAsync(
            "Hub:Workers=99", "Hub:Wrkers=3", "Hub:Listen=ftp://x", "Hub:ReconcileSchedule=daily", "Settlement:Password=inline", "Conectors:x=1", "Connectors:nobody:A=1",
            "Connectors:land-registry:Secret=env:NOT_SET_ANYWHERE", "Connectors:land-registry:Schedule=often", "malformed");

        exitCode.ShouldBe(2);
        foreach (var path in (string[])["Hub:Workers", "Hub:Wrkers", "Hub:Listen", "Hub:ReconcileSchedule", "Settlement:BaseAddress", "Settlement:User", "Settlement:Password", "Settlement:Agency",
                     "Conectors", "Connectors:nobody", "Connectors:land-registry:Secret", "Connectors:land-registry:Schedule", "--set malformed"])
            said.ShouldContain($"{path}: ");
        said.ShouldNotContain("inline");
    }

    [Fact]
    public async Task Good_settings_have_no_problems_and_say_what_runs()
    {
        var (exitCode, said) = await CheckAsync([.. Target, "Connectors:land-registry:Secret=env:PATH"]);

        exitCode.ShouldBe(0, said);
        said.ShouldContain("land-registry: runs at ");
        said.ShouldContain("construction-permits: not configured, does not run");
    }

    [Fact]
    public async Task A_file_that_is_not_json_is_a_problem_and_not_a_crash()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "{ not json", TestContext.Current.CancellationToken);
            var output = new StringWriter();
            (await HubServerCommand.Create().Parse(["check", "--config", file]).InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken)).ShouldBe(2);
            output.ToString().ShouldContain("is not a JSON object");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int ExitCode, string Said)> CheckAsync(params string[] settings)
    {
        var output = new StringWriter();
        var exitCode = await HubServerCommand.Create().Parse(["check", .. settings.SelectMany(s => (string[])["--set", s])]).InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString());
    }
}
