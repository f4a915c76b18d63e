using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using IntegrationHub.Hub.Views;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Cli;

public sealed class EachVerbSpeaksToTheApi
{
    /// <summary>Verb, exit code, something that its table says.</summary>
    public static TheoryData<string, int, string> Verbs => new()
    {
        { "status", 0, "The counts balance." },
        { "connector list", 0, "land-registry  needsAction" },
        { "connector describe land-registry", 0, "Sở Nông nghiệp và Môi trường" },
        { "connector check land-registry", 0, "land-registry: ok. The source answers." },
        { "connector pause land-registry --reason maintenance", 0, "land-registry: " },
        { "connector resume land-registry", 0, "land-registry: " },
        { "target status", 0, "ready, sim-settlement, test, extended" },
        { "target resume", 0, "settlement system: " },
        { "run start land-registry", 0, "completed" },
        { "run start land-registry --wait", 0, "completed" },
        { "run list", 0, "land-registry" },
        { "run watch 7", 0, "completed" },
        { "record find H40.15", 0, Samples.Number },
        { $"record trace {Samples.Number}", 0, "Not delivered." },
        { "quarantine list --connector land-registry --state all", 0, "status-unknown" },
        { "quarantine show 21", 0, "(masked)" },
        { "quarantine retry 21", 0, "matched" },
        { "quarantine retry --code status-unknown", 0, "matched" },
        { "dead list", 0, "Rejected" },
        { "dead show 31", 0, "TenTTHC is empty" },
        { "dead retry 31", 0, "matched" },
        { "dead retry --fault Rejected", 0, "matched" },
        { "reconcile start", 0, "digest" },
        { "reconcile start --wait --no-repair", 0, "completed" },
        { "reconcile status", 0, "digest" },
        { "reconcile diff", 0, "RESOLUTION" },
        { "reconcile diff 3", 0, "RESOLUTION" },
        { "connector describe nobody", 5, "" },
        { "run watch 8", 5, "" },
        { "record find X", 5, "" },
        { "record trace X", 5, "" },
        { "quarantine show 1", 5, "" },
        { "dead show 1", 5, "" },
        { "reconcile diff 99", 5, "" },
        { "quarantine retry", 2, "" },
        { "dead retry", 2, "" },
        { "run list --limit 501", 2, "" },
        { "run list -o xml", 2, "" },
        { "run watch seven", 2, "" },
        { "nonsense", 2, "" },
        { "connector pause land-registry", 2, "" },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_verb_answers_on_standard_output_and_its_exit_code_tells_a_script(string verb, int exitCode, string said)
    {
        await using var hub = await TestHub.StartAsync();
        var call = await Invocation.RunAsync(hub, verb.Split(' '));

        call.ExitCode.ShouldBe(exitCode, call.Error);
        call.Output.ShouldContain(said);
        call.Output.ShouldNotContain("\u001b", customMessage: "no colour into a file");
        if (exitCode != 0)
            call.Error.ShouldNotBeNullOrWhiteSpace();
    }

    public static TheoryData<string> Succeeding => [.. Verbs.Where(v => v.Data.Item2 == 0).Select(v => v.Data.Item1)];

    [Theory]
    [MemberData(nameof(Succeeding))]
    public async Task A_verb_that_succeeds_writes_json_when_asked(string verb)
    {
        await using var hub = await TestHub.StartAsync();
        var call = await Invocation.RunAsync(hub, [.. verb.Split(' '), "-o", "json"]);

        call.ExitCode.ShouldBe(0, call.Error);
        JsonNode.Parse(call.Output).ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_verb_is_tried_here()
    {
        var tried = Verbs.Select(v => string.Join(' ', v.Data.Item1.Split(' ').Take(2))).Append("version").ToHashSet();
        var verbs = from noun in IntegrationHub.Cli.HubCommand.Create(TimeProvider.System).Subcommands
                    from verb in noun.Subcommands.Count == 0 ? [noun.Name] : noun.Subcommands.Select(v => $"{noun.Name} {v.Name}")
                    select verb;
        verbs.ShouldBeSubsetOf(tried);
        (await Invocation.RunAsync("version")).Output.ShouldStartWith("hub ");
        (await Invocation.RunAsync("version", "-o", "json")).Output.ShouldStartWith("""{"version":"0.""");
    }

    [Fact]
    public async Task A_list_of_records_that_goes_on_says_so()
    {
        await using var hub = await TestHub.StartAsync();
        var find = await Invocation.RunAsync(hub, "record", "find", "H40.15", "--limit", "1");
        find.Error.ShouldBe($"There is more: add --after {Samples.Number}.\n");
    }

    [Fact]
    public async Task A_retry_that_partly_fails_exits_with_7()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Control.Retry = new(5, 3, 2, "2 stay with the reason of this try.");
        (await Invocation.RunAsync(hub, "dead", "retry", "--connector", Samples.Land)).ExitCode.ShouldBe(7);
    }

    [Fact]
    public async Task A_difference_exits_with_3()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Differences = [Samples.Difference];
        hub.Views.Reconciliation = Samples.Reconciliation with { Differences = 1 };

        var diff = await Invocation.RunAsync(hub, "reconcile", "diff");
        diff.ExitCode.ShouldBe(3);
        diff.Output.ShouldContain("GhiChu");
        (await Invocation.RunAsync(hub, "reconcile", "start", "--wait")).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task A_run_that_failed_exits_with_1_and_says_why()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Run = Samples.Run with { State = "failed", Fault = "Transient", Message = "The source does not answer." };
        var watch = await Invocation.RunAsync(hub, "run", "watch", "7");

        watch.ExitCode.ShouldBe(1);
        watch.Error.ShouldContain("The source does not answer.");
    }

    [Fact]
    public async Task A_run_that_does_not_end_in_time_exits_with_8()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Run = Samples.Run with { State = "running" };
        var watch = await Invocation.RunAsync(hub, "run", "watch", "7", "--timeout", "30");

        watch.ExitCode.ShouldBe(8);
        watch.Error.ShouldContain("run 7 has not ended after 30 s");
        hub.Views.Asked.ShouldBe(61, "it asks at once and then every half second");
    }

    [Fact]
    public async Task A_wait_that_is_interrupted_exits_with_130()
    {
        await using var hub = await TestHub.StartAsync();
        using var interrupt = new CancellationTokenSource();
        hub.Views.Run = Samples.Run with { State = "running" };
        hub.Views.WhenAsked = () => interrupt.Cancel();
        var watch = await Invocation.RunAsync(hub, interrupt.Token, "run", "watch", "7");

        watch.ExitCode.ShouldBe(130);
        watch.Error.ShouldContain("hub: interrupted.");
    }

    [Fact]
    public async Task What_is_in_the_way_exits_with_6()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Control.Refusal = new(ProblemKind.Conflict, "run-under-way", "It has a run under way.", "Wait for its end.");
        var start = await Invocation.RunAsync(hub, "run", "start", Samples.Land);

        start.ExitCode.ShouldBe(6);
        start.Error.ShouldStartWith("hub: It has a run under way. Wait for its end. [run-under-way, trace ");
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_exits_with_1()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Control.Check = new(Samples.Land, false, "AuthRefused", "Wrong credentials.", 0.1);
        (await Invocation.RunAsync(hub, "connector", "check", Samples.Land)).ShouldSatisfyAllConditions(
            c => c.ExitCode.ShouldBe(1), c => c.Output.ShouldContain("AuthRefused"));
    }
}
