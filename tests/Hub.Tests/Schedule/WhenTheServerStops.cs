using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store.Sqlite;
using Quartz;

namespace IntegrationHub.Hub.Tests.Schedule;

public sealed class WhenTheServerStops : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly TestHub hub = new() { Schedule = true };

    [Fact]
    public async Task A_scheduled_run_ends_and_is_waited_for()
    {
        var reads = new TaskCompletionSource();
        hub.Source().AfterReading = token =>
        {
            reads.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, token);
        };
        var scheduler = await hub.Get<ISchedulerFactory>().GetScheduler();
        await scheduler.Start();
        await scheduler.TriggerJob(new JobKey("collect-alpha"));
        await reads.Task.WaitAsync(Patience);

        await scheduler.Shutdown(waitForJobsToComplete: true).AsTask().WaitAsync(Patience);

        hub.Get<Collector>().Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_under_way_ends_before_the_ledger_is_closed()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("hub-test-").FullName, "hub.db");
        var ledger = new SqliteLedger(path);
        ledger.Migrate();
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var write = Task.Run(() => ledger.WriteAsync(
            sql =>
            {
                inside.Set();
                goOn.Wait(Patience).ShouldBeTrue();
                sql.Run("insert into ledger_value (name, value) values ('test', 'written')");
            },
            default));
        inside.Wait(Patience).ShouldBeTrue();

        var close = new Thread(ledger.Dispose);
        close.Start();
        SpinWait.SpinUntil(() => !close.IsAlive || close.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patience).ShouldBeTrue();
        close.IsAlive.ShouldBeTrue("It was closed under the write.");
        goOn.Set();
        await write.WaitAsync(Patience);
        close.Join(Patience).ShouldBeTrue();

        await Should.ThrowAsync<ObjectDisposedException>(() => ledger.WriteAsync(sql => sql.Run("select 1"), default));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    public void Dispose() => hub.Dispose();
}
