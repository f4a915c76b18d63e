using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Schedule;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Schedule;

public sealed class WhenCallbacksAskForRuns : IDisposable
{
    private readonly TestHub hub = new();

    [Fact]
    public async Task What_the_last_process_journaled_is_read_at_the_start_without_a_schedule()
    {
        hub.AddCallbacks("land");
        hub.Source();
        await JournalAsync("land", "1");
        hub.Restart();

        await using var running = await RunAsync();
        await hub.TurnUntilAsync(() => Read("land") == 1);

        hub.Sql<long>("select count(*) from run where connector = 'alpha'").ShouldBe(0);
    }

    [Fact]
    public async Task A_long_run_of_one_source_delays_no_other()
    {
        hub.AddCallbacks("land");
        hub.AddCallbacks("tax");
        var wait = new TaskCompletionSource();
        hub.Callbacks("land").BeforeReading = wait.Task.WaitAsync;
        await using var running = await RunAsync();
        await hub.TurnUntilAsync(() => hub.Get<Collector>().Running.Contains("land"));

        await JournalAsync("tax", "1");
        await hub.TurnUntilAsync(() => Read("tax") == 1);
        hub.Get<Collector>().Running.ShouldContain("land");

        wait.SetResult();
    }

    [Fact]
    public async Task A_callback_during_a_run_is_read_by_the_next()
    {
        hub.AddCallbacks("land");
        var wait = new TaskCompletionSource();
        hub.Callbacks("land").BeforeReading = wait.Task.WaitAsync;
        await using var running = await RunAsync();
        await hub.TurnUntilAsync(() => hub.Get<Collector>().Running.Contains("land"));
        await JournalAsync("land", "1");
        wait.SetResult();
        await hub.TurnUntilAsync(() => Read("land") == 1);

        await JournalAsync("land", "2");
        await hub.TurnUntilAsync(() => Read("land") == 2);
    }

    [Fact]
    public async Task Those_of_a_paused_source_are_kept_and_read_when_it_is_resumed()
    {
        hub.AddCallbacks("land");
        hub.AddCallbacks("tax");
        await hub.Get<IHubControl>().PauseAsync("land", "maintenance", default);
        await using var running = await RunAsync();
        await JournalAsync("land", "1");
        foreach (var turn in new[] { 1, 2 })   // the clock alone turns faster than a run could begin
        {
            await JournalAsync("tax", $"{turn}");
            await hub.TurnUntilAsync(() => Read("tax") == turn);
        }

        hub.Sql<long>("select count(*) from run where connector = 'land'").ShouldBe(0);

        await hub.Get<IHubControl>().ResumeAsync("land", default);
        await hub.TurnUntilAsync(() => Read("land") == 1);
    }

    [Fact]
    public async Task One_whose_run_failed_is_read_a_little_later_without_another()
    {
        hub.AddCallbacks("land");
        var fails = 1;
        hub.Callbacks("land").BeforeReading = _ => fails-- > 0 ? throw new IOException("a disk that stumbles") : Task.CompletedTask;
        await JournalAsync("land", "1");
        await using var running = await RunAsync();

        await hub.TurnUntilAsync(() => Read("land") == 1);
        hub.Sql<string>("select state from run order by id limit 1").ShouldBe("failed");
    }

    private async Task JournalAsync(string connector, string key) =>
        (await hub.Get<CallbackJournal>().JournalAsync(connector, new("KetThuc", key, "{}"), default)).ShouldBeTrue();

    private long Read(string connector) =>
        hub.Sql<long>($"select coalesce(sum(read), 0) from page_receipt where connector = '{connector}'");

    private async Task<Running> RunAsync()
    {
        var worker = hub.Worker<RunRequestWorker>();
        await worker.StartAsync(default);
        return new(worker);
    }

    public void Dispose() => hub.Dispose();

    private sealed class Running(RunRequestWorker worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await worker.StopAsync(default);
            worker.Dispose();
        }
    }
}
