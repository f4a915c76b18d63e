using IntegrationHub.Hub.Deliver;

namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>The server is told to stop while calls are under way.</summary>
public sealed class WhenDeliveryIsStopped : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestHub hub = new();
    private DeliverWorker? worker;
    private FakeSource? source;

    private string Attempts => hub.Sql<string>("select coalesce(string_agg(outcome, ' '), '') from attempt");

    [Fact]
    public async Task A_call_under_way_ends_and_is_acknowledged_and_nothing_more_is_begun()
    {
        await CollectedAsync(dossiers: 1, progress: 2);
        var (began, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        hub.Target.Meanwhile = () =>
        {
            began.SetResult();
            return answer.Task;
        };
        await StartAsync();
        await began.Task.WaitAsync(Patience);

        var stop = worker!.StopAsync(default);
        answer.SetResult();
        await stop.WaitAsync(Patience);

        hub.Outbox.ShouldBe("2 1 0 0");
        Attempts.ShouldBe("known");
    }

    [Fact]
    public async Task Ranges_that_wait_for_a_worker_are_left_to_the_next_start()
    {
        await CollectedAsync(dossiers: 100, progress: 0);
        hub.Target.Hang.UnionWith(Enumerable.Range(0, 100).Select(Number));
        await StartAsync();
        await hub.TurnUntilAsync(() => hub.Target.Calls.Writes == HubOptions.DefaultWorkers);

        await StopAsync();

        Attempts.ShouldBe(string.Join(' ', Enumerable.Repeat("known", HubOptions.DefaultWorkers)));
    }

    [Fact]
    public async Task A_call_that_outlasts_the_drain_time_is_given_up_and_its_outcome_is_unknown()
    {
        await CollectedAsync(dossiers: 1, progress: 0);
        hub.Target.Hang.Add(Number(0));
        await StartAsync();
        await hub.TurnUntilAsync(() => hub.Target.Calls.Writes == 1);

        var stop = worker!.StopAsync(default);
        hub.Clock.Advance(TimeSpan.FromSeconds(14));
        stop.IsCompleted.ShouldBeFalse();
        hub.Clock.Advance(TimeSpan.FromSeconds(1));
        await stop.WaitAsync(Patience);

        hub.Sql<string>("select state || fault from outbox").ShouldBe("0UnknownOutcome");
        Attempts.ShouldBe("known");
    }

    [Fact]
    public async Task A_range_whose_call_hangs_holds_up_no_other()
    {
        await CollectedAsync(dossiers: 1, progress: 0);
        hub.Target.Hang.Add(Number(0));
        await StartAsync();
        await hub.TurnUntilAsync(() => hub.Target.Calls.Writes == 1);

        await CollectedAsync(dossiers: 30, progress: 0);
        var others = hub.Sql<int>($"select count(*) from outbox where range <> (select range from outbox where number = '{Number(0)}')");
        await hub.TurnUntilAsync(() => hub.Sql<int>("select count(*) from outbox where state = 1") == others);

        await StopAsync();
    }

    private async Task StartAsync()
    {
        worker = hub.Worker<DeliverWorker>();
        await worker.StartAsync(default);
    }

    private async Task StopAsync()
    {
        var stop = worker!.StopAsync(default);
        hub.Clock.Advance(TimeSpan.FromSeconds(15));
        await stop.WaitAsync(Patience);
    }

    private async Task CollectedAsync(int dossiers, int progress)
    {
        source ??= hub.Source();
        source.PageSize = 1000;
        for (var i = 0; i < dossiers; i++)
            source.Replace(Number(i), Make.Day.AddSeconds(i), Make.DossierWithProgress(Number(i), progress));
        (await hub.CollectAsync()).ShouldBeNull();
    }

    private static string Number(int i) => $"H40.13-260302-{i:D4}";

    public void Dispose()
    {
        worker?.Dispose();
        hub.Dispose();
    }
}
