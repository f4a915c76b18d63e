using IntegrationHub.Hub.Read;
using Quartz;

namespace IntegrationHub.Hub.Tests.Schedule;

/// <summary>However many sources do not answer, the others run when their time has come.</summary>
public sealed class WhenManySourcesHang : IDisposable
{
    private const int Sources = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestHub hub = new() { Schedule = true };

    [Fact]
    public async Task The_others_run_by_their_schedule()
    {
        for (var i = 0; i < Sources; i++)
            hub.Source(Id(i)).AfterReading = token => Task.Delay(Timeout.InfiniteTimeSpan, token);
        var read = new TaskCompletionSource();
        hub.Source("sound").AfterReading = _ =>
        {
            read.TrySetResult();
            return Task.CompletedTask;
        };
        hub.Clock.Advance(TimeSpan.FromSeconds(1));   // at the full hour all sources would run by themselves
        var scheduler = await hub.Get<ISchedulerFactory>().GetScheduler();
        await scheduler.Start();

        for (var i = 0; i < Sources; i++)
            await scheduler.TriggerJob(new JobKey($"collect-{Id(i)}"));
        for (var i = 0; i < Sources; i++)
            await scheduler.TriggerJob(new JobKey($"collect-{Id(i)}"));   // while its run is under way
        await scheduler.TriggerJob(new JobKey("collect-sound"));

        await read.Task.WaitAsync(Patience);
        await TestHub.UntilAsync(() => hub.Get<Collector>().Running.Count >= Sources);
        await scheduler.Shutdown(waitForJobsToComplete: true);
    }

    private static string Id(int i) => $"hangs-{i}";

    public void Dispose() => hub.Dispose();
}
