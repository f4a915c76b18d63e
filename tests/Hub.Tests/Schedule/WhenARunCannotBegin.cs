using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Schedule;
using Quartz;

namespace IntegrationHub.Hub.Tests.Schedule;

public sealed class WhenARunCannotBegin : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly TestHub hub = new() { Schedule = true };

    // A release takes the source's turn for a moment; the run that met it came only at the next time of the schedule.
    [Fact]
    public async Task One_of_the_schedule_begins_when_what_is_under_way_has_ended()
    {
        var wait = new TaskCompletionSource();
        var source = hub.Source();
        source.AfterReading = _ => wait.Task;
        var other = (await BeginAsync("release")).ShouldNotBeNull();

        await TriggerAsync();
        wait.SetResult();
        await other.Done;
        using var worker = hub.Worker<RunRequestWorker>();
        await worker.StartAsync(default);
        await hub.TurnUntilAsync(() => hub.Sql<long>("select count(*) from run where trigger = 'schedule' and state = 'completed'") == 1);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task One_of_a_paused_source_is_left_to_the_schedule()
    {
        hub.Source();
        await hub.PlantAsync("insert into stream (connector, paused_at, paused_reason) values ('alpha', 0, 'maintenance')");
        await TriggerAsync();
        await hub.PlantAsync("update stream set paused_at = null");
        using var worker = hub.Worker<RunRequestWorker>();
        await worker.StartAsync(default);
        var until = hub.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        await hub.TurnUntilAsync(() => hub.Clock.GetUtcNow() > until);
        await worker.StopAsync(default);

        hub.Sql<long>("select count(*) from run").ShouldBe(0);
    }

    private Task<Started?> BeginAsync(string trigger) =>
        hub.Get<Collector>().TryBeginAsync(hub.Get<Sources>().Find("alpha")!, trigger, default);

    private async Task TriggerAsync()
    {
        var scheduler = await hub.Get<ISchedulerFactory>().GetScheduler();
        var done = new Done();
        scheduler.ListenerManager.AddJobListener(done);
        await scheduler.Start();
        await scheduler.TriggerJob(new JobKey("collect-alpha"));
        await done.Task.WaitAsync(Patience);
        await scheduler.Shutdown(waitForJobsToComplete: true);
    }

    public void Dispose() => hub.Dispose();

    private sealed class Done : IJobListener
    {
        private readonly TaskCompletionSource done = new();

        public Task Task => done.Task;

        public string Name => "done";

        public ValueTask JobWasExecuted(
            IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (context.JobDetail.Key.Name == "collect-alpha")
                done.TrySetResult();
            return default;
        }
    }
}
