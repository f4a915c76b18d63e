using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Wire;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>Whatever goes wrong on the way, <c>--once</c> comes to an outcome that says what, with the counts and the comparison.</summary>
public sealed class OnceTests
{
    private static readonly RunView Running = Samples.Run with { State = "running" };

    [Fact]
    public async Task A_hub_that_does_all_is_good()
    {
        var outcome = await RunAsync(new());

        outcome.Verdict.ShouldBeNull();
        Report.Json(outcome).ShouldContain("\"problem\":null");
    }

    [Fact]
    public async Task A_failed_run_is_told_and_the_document_is_printed() => await ShouldTellAsync(
        new() { Run = Running with { State = "failed", Fault = "Drift", Message = "no such view" } },
        "the run of land-registry ended as failed: Drift no such view");

    [Fact]
    public async Task A_run_that_hangs_is_told() => await ShouldTellAsync(
        new() { Run = Running }, "run 7 of land-registry hangs after 10 records; see the hub's log.");

    [Fact]
    public async Task A_run_that_never_gets_its_turn_is_told() => await ShouldTellAsync(
        new() { Busy = true, Connector = Samples.Connector with { Health = "healthy" } },
        "another run of land-registry neither goes on nor ends; see the hub's log.");

    [Fact]
    public async Task A_paused_connector_is_told() => await ShouldTellAsync(
        new() { Busy = true, Connector = Samples.Connector with { Health = "paused", Reason = "by hand" } },
        "land-registry is paused: by hand");

    [Fact]
    public async Task Records_that_stay_pending_are_told() => await ShouldTellAsync(
        new() { Activity = new(5, 1, 4, 0, false, 0, 2, 0, Idle: false) },
        "nothing moves any more: 5 pending (4 of them wait), 2 in quarantine wait to be released.");

    [Fact]
    public async Task Refused_callbacks_are_told() => await ShouldTellAsync(
        new() { Push = new SourcesControl.Push(9, 7, 2, 0) },
        "the hub refused 2 of the land registry's callbacks, which it must take whatever is in them; see the hub's log.");

    [Fact]
    public async Task A_reconciliation_that_hangs_is_told() => await ShouldTellAsync(
        new() { Reconciliation = Samples.Reconciliation with { State = "running" } },
        "the reconciliation hangs: it neither ends nor calls the settlement system any more; see the hub's log.");

    [Fact]
    public async Task A_reconciliation_that_fails_again_and_again_is_told_by_its_fault()
    {
        var hub = new ScriptedHub
        {
            Reconciliation = Samples.Reconciliation with { State = "failed", Fault = "NoRight", Message = "error_code 403" },
        };

        await ShouldTellAsync(hub, "the reconciliation failed 3 times in a row: NoRight error_code 403");

        hub.Reconciliations.ShouldBe(3);
    }

    [Fact]
    public async Task A_target_that_refuses_the_comparer_is_told()
    {
        var outcome = await RunAsync(new(), new ScriptedTarget().At("DanhSachTomTat", ScriptedTarget.Answer("403")));

        outcome.Problem.ShouldBe("the settlement system refuses DanhSachTomTat, so nothing can be compared: error_code 403");
    }

    private static async Task ShouldTellAsync(ScriptedHub hub, string problem)
    {
        var outcome = await RunAsync(hub);

        (outcome.Good, outcome.Problem).ShouldBe((false, problem));
        Report.Text(outcome).Last().ShouldBe($"NOT GOOD: {problem}");
        Report.Json(outcome).ShouldContain("\"differences\":{\"total\":0,\"unexplained\":0}");
        Report.Json(outcome).ShouldContain("\"problem\":\"");
    }

    private static Task<Outcome> RunAsync(ScriptedHub hub, ScriptedTarget? target = null) =>
        hub.Once(target).RunAsync(TestContext.Current.CancellationToken);
}
