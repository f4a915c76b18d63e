using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Cli;

public sealed class NothingComparedIsNotNothingFound
{
    [Theory]
    [InlineData("running", null, "reconciliation 3 is running; wait for its end: hub reconcile status.")]
    [InlineData("failed", "The target is down.", "reconciliation 3 has failed: The target is down. Start another: hub reconcile start.")]
    public async Task A_reconciliation_that_has_not_completed_has_no_differences_to_show(string state, string? message, string told)
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Reconciliation = Samples.Reconciliation with { State = state, Message = message };

        foreach (var verb in (string[][])[["reconcile", "diff"], ["reconcile", "diff", "3"]])
        {
            var diff = await Invocation.RunAsync(hub, verb);
            diff.ExitCode.ShouldBe(1);
            diff.Output.ShouldBeEmpty();
            diff.Error.Trim().ShouldBe($"hub: {told}");
        }
    }

    [Fact]
    public async Task A_page_after_the_last_difference_still_says_that_there_are_some()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Reconciliation = Samples.Reconciliation with { Differences = 1 };

        (await Invocation.RunAsync(hub, "reconcile", "diff", "--after", "11")).ExitCode.ShouldBe(3);
    }
}
