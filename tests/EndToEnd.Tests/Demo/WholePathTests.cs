using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>The main job as real programs: three sources, the hub, a settlement system that misbehaves, and a judge of their own.</summary>
public sealed class WholePathTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Everything_arrives_in_spite_of_faults_and_a_second_run_writes_nothing()
    {
        var first = await RunAsync("--dossiers", "300", "--seed", "11", "--faults", "on");
        first.GetProperty("balanced").GetBoolean().ShouldBeTrue();
        Sum(first, "connectors", "pending").ShouldBe(0);
        Sum(first, "run", "accepted").ShouldBeGreaterThan(300);
        first.GetProperty("settlement").GetProperty("dossiers").GetInt32().ShouldBeGreaterThan(280);

        var second = await RunAsync("--dossiers", "300", "--seed", "11", "--faults", "on");
        Sum(second, "run", "accepted").ShouldBe(0);
        second.GetProperty("settlement").GetProperty("writes").GetInt64().ShouldBe(0);
        Sum(second, "connectors", "accepted").ShouldBe(Sum(first, "connectors", "accepted"));
    }

    [Fact]
    public async Task Everything_arrives_at_a_basic_target() =>
        (await RunAsync("--dossiers", "150", "--seed", "12", "--settlement-profile", "basic")).GetProperty("differences").GetProperty("unexplained").GetInt32().ShouldBe(0);

    [Fact]
    public async Task A_hub_that_is_killed_is_told_at_once_and_goes_on_from_where_it_was()
    {
        using (var killed = DemoRun.Start(folder.Path, "--dossiers", "150", "--seed", "13"))
        {
            Process.GetProcessById(await killed.HubIdAsync(TestContext.Current.CancellationToken)).Kill();
            var (exit, talk, _) = await killed.EndAsync(TestContext.Current.CancellationToken);
            exit.ShouldBe(1);
            talk.ShouldContain("died with exit code 137");
        }

        (await RunAsync("--dossiers", "150", "--seed", "13")).GetProperty("balanced").GetBoolean().ShouldBeTrue();
    }

    private async Task<JsonElement> RunAsync(params string[] options)
    {
        using var run = DemoRun.Start(folder.Path, options);
        var (exit, talk, json) = await run.EndAsync(TestContext.Current.CancellationToken);
        exit.ShouldBe(0, talk);
        return json;
    }

    private static long Sum(JsonElement json, string list, string member) => json.GetProperty(list).EnumerateArray().Sum(c => c.GetProperty(member).GetInt64());

    public void Dispose() => folder.Dispose();
}
