using Quartz;

namespace IntegrationHub.Hub.Tests.Schedule;

public sealed class TheScheduleIsTheSettings
{
    [Fact]
    public async Task Each_source_reconciliation_and_release_have_their_trigger()
    {
        using var hub = new TestHub { Schedule = true };
        hub.Source();
        hub.Source("beta");

        var triggers = await TriggersAsync(hub);

        triggers.Keys.ShouldBe(["collect-alpha", "collect-beta", "reconcile", "release"], ignoreOrder: true);
        triggers["collect-beta"].ShouldBe("0 0 * * * ?");
        triggers["reconcile"].ShouldBe("0 30 1 * * ?");
    }

    [Fact]
    public async Task A_trigger_of_a_source_runs_that_source()
    {
        using var hub = new TestHub { Schedule = true };
        var read = new TaskCompletionSource<string>();
        foreach (var id in new[] { "alpha", "beta" })
            hub.Source(id).AfterReading = _ => Task.FromResult(read.TrySetResult(id));
        hub.Clock.Advance(TimeSpan.FromSeconds(1));   // at the full hour all sources would run by themselves
        var scheduler = await hub.Get<ISchedulerFactory>().GetScheduler();
        await scheduler.Start();

        await scheduler.TriggerJob(new("collect-beta"));

        (await read.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe("beta");
        await scheduler.Shutdown(waitForJobsToComplete: true);
    }

    [Fact]
    public async Task Without_a_schedule_only_quarantine_is_released_by_itself()
    {
        using var hub = new TestHub();
        hub.Source();

        (await TriggersAsync(hub)).Keys.ShouldBe(["release"]);
    }

    private static async Task<Dictionary<string, string?>> TriggersAsync(TestHub hub)
    {
        var scheduler = await hub.Get<ISchedulerFactory>().GetScheduler();
        var triggers = new Dictionary<string, string?>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup()))
            triggers[key.Name] = (await scheduler.GetTrigger(key) as ICronTrigger)?.CronExpressionString;
        await scheduler.Shutdown();
        return triggers;
    }
}
