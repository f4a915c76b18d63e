using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenTheTargetIsSlow : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private readonly TestHub hub = new();

    [Fact]
    public async Task A_page_is_not_held_for_long_and_its_records_wait_in_quarantine()
    {
        hub.Target.Put(Number, Make.Base(Number));
        hub.Source(owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        hub.Target.AfterReading = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, hub.Clock, cancellationToken);
        var began = hub.Clock.GetUtcNow();

        var run = hub.CollectAsync();
        await hub.TurnUntilAsync(run);

        (hub.Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(BaseFinder.Longest);
        (await run).ShouldBeNull();
        hub.Sql<string>("select code || ' ' || state from quarantine").ShouldBe("base-unread open");

        hub.Target.AfterReading = _ => Task.CompletedTask;
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        (await hub.ReleaseAsync()).Released.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_answered_in_time_counts()
    {
        const int Changes = 150;
        var source = hub.Source(owns: false);
        source.PageSize = Changes;
        for (var i = 0; i < Changes; i++)
        {
            hub.Target.Put($"H40.15-260302-{i:D4}", Make.Base($"H40.15-260302-{i:D4}"));
            source.Add($"c{i}", Make.Day, Make.Change($"H40.15-260302-{i:D4}", DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        }

        var calls = 0;
        var askedAgain = new TaskCompletionSource();
        hub.Target.AfterReading = cancellationToken =>
        {
            if (++calls == 1)
                return Task.CompletedTask;
            askedAgain.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, hub.Clock, cancellationToken);
        };
        var run = hub.CollectAsync();
        await Task.WhenAny(askedAgain.Task, run);   // or the clock would turn while the ledger is asked
        await hub.TurnUntilAsync(run);

        hub.Receipts.ShouldBe("150 0 0 50 100");
    }

    [Fact]
    public async Task A_page_waits_as_long_as_the_target_asks_to_before_it_says_what_it_is()
    {
        hub.Target.Put(Number, Make.Base(Number));
        hub.Target.SignIn = new Fault.Throttled(hub.Clock.GetUtcNow().AddSeconds(2), "wait");
        hub.Source(owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        var collecting = hub.CollectAsync();
        await hub.UntilWaitsAsync(2);   // for the end of the page's patience, and for the target
        hub.Target.SignIn = null;
        hub.Clock.Advance(TimeSpan.FromSeconds(2));
        await collecting;

        hub.Sql<long>("select count(*) from quarantine").ShouldBe(0);
        hub.Outbox.ShouldBe("1 0 0 0");
    }

    // Each of its pages is held for ten seconds, with hardly a moment between them.
    [Fact]
    public async Task A_long_release_lets_a_run_of_its_source_go_first()
    {
        const int Changes = (2 * Collector.ReleaseSize) + 1;
        var source = hub.Source(owns: false);
        source.PageSize = Changes;
        for (var i = 0; i < Changes; i++)
            source.Add($"c{i}", Make.Day, Make.Change($"H40.15-260302-{i:D4}", DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        hub.Target.Down = new Fault.Transient("down");
        await hub.CollectAsync();
        hub.Target.Down = null;
        var answer = new TaskCompletionSource();
        hub.Target.AfterReading = _ => answer.Task;
        hub.Clock.Advance(TimeSpan.FromMinutes(1));

        var release = hub.ReleaseAsync();
        await TestHub.UntilAsync(() => hub.Get<Collector>().Running.Count == 1);
        (await BeginAsync()).ShouldBeNull();
        answer.SetResult();

        (await release).ShouldSatisfyAllConditions(r => r.Tried.ShouldBe(Collector.ReleaseSize), r => r.Busy.ShouldBe(["alpha"]));
        await (await BeginAsync()).ShouldNotBeNull().Done;
    }

    private Task<Started?> BeginAsync() =>
        hub.Get<Collector>().TryBeginAsync(hub.Get<Sources>().Find("alpha")!, Triggers.Schedule, default);

    public void Dispose() => hub.Dispose();
}
