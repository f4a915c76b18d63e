using IntegrationHub.Sim.Sources;
using IntegrationHub.Sim.Sources.Facts;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class ClockTests
{
    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [Theory]
    [InlineData("2026-06-30T10:29:59Z", false)]
    [InlineData("2026-06-30T10:30:00Z", true)]
    public async Task A_clock_before_the_end_of_the_world_is_refused_in_one_sentence(string now, bool starts)
    {
        var folder = Directory.CreateTempSubdirectory("sim-sources-").FullName;
        var options = new SourcesOptions(folder, new Census(10, 7));

        await using var app = SourcesApp.TryBuild(options, new Clock(DateTimeOffset.Parse(now, null)), out var refusal);

        (app is not null).ShouldBe(starts);
        refusal.Contains("this machine's clock says", StringComparison.Ordinal).ShouldBe(!starts);
    }
}
