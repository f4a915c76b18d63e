using IntegrationHub.Bench;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Bench;

public sealed class OptionsTests
{
    [Fact]
    public void What_is_asked_for_is_understood()
    {
        var (options, problem) = Parse("e2e --dossiers 100 --store sqlite:x.db --runs 3 --workers 8 --target-delay 50 --target-batch 10 --json");

        problem.ShouldBeNull();
        options.ShouldNotBeNull();
        (options.Stage, options.Dossiers, options.Store, options.Runs).ShouldBe((Stage.E2e, 100, "sqlite:x.db", 3));
        (options.Workers, options.TargetDelay, options.TargetBatch, options.Json).ShouldBe((8, 50, 10, true));
    }

    [Theory]
    [InlineData("", "say what to measure: limit, collect, rescan, deliver, e2e or pure.")]
    [InlineData("4", "say what to measure: limit, collect, rescan, deliver, e2e or pure.")]
    [InlineData("collect", "--store is missing: write sqlite:PATH or postgres:CONNECTIONSTRING.")]
    [InlineData("limit --runs 0", "--runs 0: write a whole number from 1 to 100.")]
    [InlineData("limit --runs", "--runs is no option, or needs a value.")]
    [InlineData("limit --turbo on", "--turbo on: there is no such option.")]
    public void What_is_wrong_is_told_in_one_sentence(string arguments, string problem) => Parse(arguments).Problem.ShouldBe(problem);

    [Theory]
    [InlineData("limit")]
    [InlineData("pure")]
    public void Without_a_hub_no_ledger_is_asked_for(string stage) => Parse(stage).Problem.ShouldBeNull();

    private static (Options? Options, string? Problem) Parse(string arguments) =>
        Options.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
