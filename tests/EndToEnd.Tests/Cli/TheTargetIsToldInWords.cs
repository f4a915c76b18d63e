using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Cli;

public sealed class TheTargetIsToldInWords
{
    [Theory]
    [InlineData("ready", "closed", false, "goes on")]
    [InlineData("unreachable", "open", false, "waits since 2026-01-05 14:02:11+07 (circuit open); asked again 2026-01-05 14:03:11+07")]
    [InlineData("ready", "closed", true, "waits until 2026-01-05 14:04:11+07, as it asked")]
    [InlineData("mismatch", "closed", false, "stopped; when that is mended: hub target resume")]
    public async Task Both_verbs_say_whether_anything_is_sent_and_if_not_until_when(string state, string circuit, bool held, string said)
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Status = Samples.Status with
        {
            Target = Samples.Status.Target with
            {
                State = state,
                Circuit = new(circuit) { Since = Samples.At, NextProbe = Samples.At.AddMinutes(1) },
                HeldUntil = held ? Samples.At.AddMinutes(2) : null,
            },
        };

        foreach (var verb in (string[][])[["status"], ["target", "status"]])
            (await Invocation.RunAsync(hub, verb)).Output.ShouldContain($" {said}\n");
    }

    [Fact]
    public async Task They_say_how_many_rows_failed_again_and_how_many_may()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Status = Samples.Status with { Target = Samples.Status.Target with { Retries = new(7, 60) } };

        foreach (var verb in (string[][])[["status"], ["target", "status"]])
            (await Invocation.RunAsync(hub, verb)).Output.ShouldContain("  7 failed again within a minute, 60 may\n");
    }
}
