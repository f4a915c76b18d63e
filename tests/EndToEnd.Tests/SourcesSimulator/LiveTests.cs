using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class LiveTests
{
    [Fact]
    public async Task Live_changes_carry_the_present_time_and_survive_a_restart()
    {
        await using var hub = await FakeHub.StartAsync();
        var first = await RunningSources.StartAsync(300, live: true);
        await first.PushToAsync(hub);
        var before = await first.Http.GetStringAsync("/sim/truth");
        await first.PostAsync("/sim/live");
        await Eventually.TrueAsync(async () => await first.Http.GetStringAsync("/sim/truth") != before);
        await first.StopAsync();
        var view = first.View();

        await using var second = await RunningSources.StartAsync(300, folder: first.Folder, live: true);
        (await second.Http.GetStringAsync("/sim/truth")).ShouldNotBe(before);
        second.View().Select(row => row["updated_at"]).ShouldBe(view.Select(row => row["updated_at"]));
    }

    [Fact]
    public async Task Without_the_option_nothing_goes_live()
    {
        await using var sources = await RunningSources.StartAsync(50);
        using var answer = await sources.Http.PostAsync("/sim/live", null, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(409);
    }
}
