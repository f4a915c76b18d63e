using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.Demo.Processes;
using IntegrationHub.Demo.Wire;
using IntegrationHub.EndToEnd.Tests.SettlementSimulator;
using IntegrationHub.EndToEnd.Tests.SourcesSimulator;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>The main job as real programs: three sources, the hub, a settlement system that misbehaves, and a judge of their own.</summary>
public sealed class WholePathTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_arrives_in_spite_of_faults_and_a_second_run_writes_nothing()
    {
        var first = await RunAsync("--dossiers", "300", "--seed", "11", "--faults", "on");
        first.GetProperty("balanced").GetBoolean().ShouldBeTrue();
        Sum(first, "connectors", "pending").ShouldBe(0);
        Sum(first, "run", "accepted").ShouldBeGreaterThan(300);
        first.GetProperty("settlement").GetProperty("dossiers").GetInt32().ShouldBeGreaterThan(280);
        FaultsMet(first).ShouldBeGreaterThan(0);

        var second = await RunAsync("--dossiers", "300", "--seed", "11", "--faults", "on");
        Sum(second, "run", "accepted").ShouldBe(0);
        second.GetProperty("settlement").GetProperty("writes").GetInt64().ShouldBe(0);
        Sum(second, "connectors", "accepted").ShouldBe(Sum(first, "connectors", "accepted"));
    }

    [Fact]
    public async Task Everything_arrives_at_a_basic_target()
    {
        var report = await RunAsync("--dossiers", "150", "--seed", "12", "--settlement-profile", "basic");
        report.GetProperty("differences").GetProperty("unexplained").GetInt32().ShouldBe(0);
        (await RowsAtTargetAsync()).ShouldBe(await RowsInTruthAsync(150, 12), "progress rows, which a basic target tells nobody");
    }

    [Fact]
    public async Task A_program_that_dies_while_the_others_start_is_told_at_once()
    {
        using var run = DemoRun.Start(folder.Path, "--dossiers", "2000", "--seed", "15");
        var target = await run.ProgramAsync("sim-settlement", Cancelled);
        Process.GetProcessById(target.Id).Kill();

        var (exit, talk, _) = await run.EndAsync(Cancelled);

        exit.ShouldBe(1);
        talk.ShouldContain($"sim-settlement (pid {target.Id}) died with exit code 137");
        talk.ShouldNotContain("collected wave 3");
    }

    [Fact]
    public async Task A_hub_that_is_killed_in_the_middle_is_told_at_once_and_goes_on_from_where_it_was()
    {
        string[] options = ["--dossiers", "400", "--seed", "13", "--faults", "on"];
        using (var killed = DemoRun.Start(folder.Path, options))
        {
            var hub = await killed.ProgramAsync("hub-server", Cancelled);
            await Eventually.TrueAsync(() => IsInTheMiddleAsync(hub.Address));
            Process.GetProcessById(hub.Id).Kill();
            var (exit, talk, _) = await killed.EndAsync(Cancelled);
            exit.ShouldBe(1);
            talk.ShouldContain("died with exit code 137");
        }

        var resumed = await RunAsync(options);
        using var elsewhere = new TemporaryFolder();
        using var undisturbed = DemoRun.Start(elsewhere.Path, options);
        var whole = (await undisturbed.EndAsync(Cancelled)).Json;

        FaultsMet(whole).ShouldBeGreaterThan(0);
        resumed.GetProperty("balanced").GetBoolean().ShouldBeTrue();
        Sum(resumed, "connectors", "pending").ShouldBe(0);
        Sum(resumed, "connectors", "accepted").ShouldBe(
            Sum(resumed, "connectors", "acknowledged") + Sum(resumed, "connectors", "superseded") + Sum(resumed, "connectors", "dead"));
        Sum(resumed, "connectors", "accepted").ShouldBeGreaterThan(Sum(resumed, "run", "accepted"), "the killed run had done something");
        resumed.GetProperty("differences").GetRawText().ShouldBe(whole.GetProperty("differences").GetRawText());
        AtTarget(resumed).ShouldBe(AtTarget(whole));
    }

    [Fact]
    public async Task Another_target_is_served_with_one_account_and_the_land_registry_is_left_out_visibly()
    {
        await using var foreign = await SimulatorProcess.StartAsync();

        var (exit, talk, json) = await EndAsync(foreign.Address, "secret-hub");

        exit.ShouldBe(0, talk);
        talk.ShouldContain("the land registry is left out");
        talk.ShouldContain("the comparer reads it with the hub's account 'hub'");
        Sum(json, "connectors", "accepted").ShouldBeGreaterThan(60);
        json.GetProperty("connectors").EnumerateArray().ShouldAllBe(c => c.GetProperty("id").GetString() != "land-registry");
    }

    [Fact]
    public async Task Another_target_that_refuses_the_account_or_is_not_there_gives_one_clear_sentence()
    {
        var foreign = await SimulatorProcess.StartAsync();

        var refused = await EndAsync(foreign.Address, "wrong");
        await foreign.DisposeAsync();
        var gone = await EndAsync(foreign.Address, "secret-hub");

        (refused.Exit, gone.Exit).ShouldBe((1, 1));
        refused.Talk.ShouldContain("refuses the account 'hub': check its password.");
        gone.Talk.ShouldContain("does not answer a sign-in");
        (refused.Talk + gone.Talk).ShouldNotContain("   at ");
    }

    private async Task<(int Exit, string Talk, JsonElement Json)> EndAsync(Uri target, string password)
    {
        var account = new Dictionary<string, string> { ["HUB_SETTLEMENT_USER"] = "hub", ["HUB_SETTLEMENT_PASSWORD"] = password };
        using var run = DemoRun.Start(folder.Path, account, "--dossiers", "90", "--seed", "14", "--settlement", target.ToString());
        return await run.EndAsync(Cancelled);
    }

    /// <summary>From the run's own state, for the run has ended.</summary>
    private async Task<int> RowsAtTargetAsync()
    {
        var start = Programs.Settlement("--state", Path.Combine(folder.Path, "settlement"), "--profile", "basic", "--port", "0");
        start.Environment["SIM_SETTLEMENT_ACCOUNTS"] = "reader=secret";
        await using var target = await Child.StartAsync("again", start, folder.Path, TimeSpan.FromSeconds(60), Cancelled);
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<JsonElement>(new Uri(target.Address, "sim/stats"), Cancelled)).GetProperty("rows").GetInt32();
    }

    private async Task<int> RowsInTruthAsync(int dossiers, int seed)
    {
        var sources = await RunningSources.StartAsync(dossiers, seed, Path.Combine(folder.Path, "sources"));
        var truth = await sources.LinesAsync("/sim/truth");
        await sources.StopAsync();
        return truth.Sum(line => line["progress"]!.AsArray().Count);
    }

    private static long FaultsMet(JsonElement json) => json.GetProperty("settlement").GetProperty("faultsMet").GetInt64();

    private static int AtTarget(JsonElement json) => json.GetProperty("settlement").GetProperty("dossiers").GetInt32();

    private async Task<bool> IsInTheMiddleAsync(Uri hub)
    {
        using var http = new HttpClient { BaseAddress = hub };
        var token = await File.ReadAllTextAsync(Path.Combine(folder.Path, "hub", "api-token"), Cancelled);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        var api = new HubApi(http);
        return (await api.ActivityAsync(Cancelled)).Pending > 0
            && (await api.StatusAsync(Cancelled)).Connectors.Any(c => c.Acknowledged > 0);
    }

    private async Task<JsonElement> RunAsync(params string[] options)
    {
        using var run = DemoRun.Start(folder.Path, options);
        var (exit, talk, json) = await run.EndAsync(Cancelled);
        exit.ShouldBe(0, talk);
        return json;
    }

    private static long Sum(JsonElement json, string list, string member) => json.GetProperty(list).EnumerateArray().Sum(c => c.GetProperty(member).GetInt64());

    public void Dispose() => folder.Dispose();
}
