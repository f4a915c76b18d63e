using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenAnOperatorStepsIn : IDisposable
{
    private readonly TestHub hub = new();

    private IHubControl Control => hub.Get<IHubControl>();

    [Fact]
    public async Task A_paused_source_ends_after_its_page_and_goes_on_from_there_when_resumed()
    {
        var source = Filled(dossiers: 3);
        source.PageSize = 1;
        source.AfterReading = async _ =>
        {
            if (source.Asked.Count == 2)
                (await Control.PauseAsync("alpha", "maintenance", default)).ShouldBeNull();
        };

        (await hub.CollectAsync()).ShouldBeNull();
        source.Asked.Count.ShouldBe(2);
        hub.Receipts.ShouldBe("2 0 0 0 2");
        (await Control.StartRunAsync("alpha", default)).Problem!.Code.ShouldBe("connector-paused");

        await Control.ResumeAsync("alpha", default);
        (await hub.CollectAsync()).ShouldBeNull();
        hub.Receipts.ShouldBe("3 0 0 0 3");
    }

    [Fact]
    public async Task A_connector_that_is_not_there_is_said_so()
    {
        hub.Source();
        (await Control.StartRunAsync("nobody", default)).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await Control.PauseAsync("nobody", "x", default))!.Kind.ShouldBe(ProblemKind.NotFound);
        (await Control.ResumeAsync("nobody", default))!.Kind.ShouldBe(ProblemKind.NotFound);
        (await Control.CheckAsync("nobody", default)).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task Retrying_quarantine_says_how_many_were_released_of_what_was_asked_for()
    {
        var source = hub.Source();
        Refused(source, "a", "b");
        Refused(hub.Source("beta"), "c");
        await hub.CollectAsync();
        await hub.CollectAsync("beta");
        source.Mended["a"] = Make.Dossier("H40.13-260302-0001");

        var result = await RetryAsync(new(Connector: "alpha"));

        (result.Matched, result.Retried, result.Failed).ShouldBe((2, 1, 1));
        result.Message.ShouldBe("1 of 2 entries were released. 1 stay with the reason of this try.");
        hub.Sql<long>("select attempts from quarantine where connector = 'beta'").ShouldBe(0);
    }

    [Fact]
    public async Task An_entry_that_is_closed_is_not_tried_again()
    {
        var source = hub.Source();
        Refused(source, "a");
        await hub.CollectAsync();
        source.Mended["a"] = Make.Dossier("H40.13-260302-0001");
        (await RetryAsync(new(Id: 1))).Retried.ShouldBe(1);

        var problem = (await Control.RetryQuarantineAsync(new(Id: 1), default)).Problem!;

        (problem.Kind, problem.Code).ShouldBe((ProblemKind.Conflict, "not-open"));
        (await Control.RetryQuarantineAsync(new(Id: 2), default)).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task Retrying_while_a_run_is_under_way_waits_for_nothing_and_says_when_it_is_tried()
    {
        var (busy, free) = (hub.Source(), hub.Source("beta"));
        Refused(busy, ["a", .. Enumerable.Range(0, 600).Select(i => $"k{i:D4}")]);
        Refused(free, "b");
        busy.PageSize = 1000;
        await hub.CollectAsync();
        await hub.CollectAsync("beta");
        free.Mended["b"] = Make.Dossier("H40.13-260302-0002");
        var wait = new TaskCompletionSource();
        busy.AfterReading = _ => wait.Task;
        var run = hub.CollectAsync();

        var result = await RetryAsync(new(Code: "test-code"));
        result.Retried.ShouldBe(1);
        result.Message.ShouldContain("A run of alpha is under way");

        wait.SetResult();
        await run;
        busy.Mended["a"] = Make.Dossier("H40.13-260302-0001");
        (await hub.ReleaseAsync()).Released.ShouldBe(1);
    }

    [Fact]
    public async Task Entries_of_a_connector_that_is_gone_keep_nobody_waiting()
    {
        var source = hub.Source();
        Refused(source, "a");
        await hub.CollectAsync();
        source.Mended["a"] = Make.Dossier("H40.13-260302-0001");
        await hub.PlantAsync("update quarantine set id = 100000, due_at = 0");
        await hub.PlantAsync("insert into run (id, connector, origin, trigger, started_at, state) values (9, 'gone', 'source', 'x', 0, 'completed')");
        await hub.PlantAsync(
            "insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted, epoch, committed_at) "
            + "values (9, 1, 'gone', 'source', 600, 0, 0, 600, 0, 1, 0)");
        await hub.PlantAsync(
            """
            insert into quarantine (id, run_id, connector, source_key, arrival, code, pointer, message, content, content_hash,
                                    correlation_id, first_seen, last_seen, attempts, due_at, state, fingerprint)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 600)
            select i, 9, 'gone', i, 0, 'x', '', '', '{}', x.content_hash, 'x', 0, 0, 0, 0, 'open', 'x'
            from n, (select content_hash from quarantine) x
            """);

        (await hub.ReleaseAsync()).ShouldSatisfyAllConditions(r => r.Tried.ShouldBe(1), r => r.Released.ShouldBe(1));
    }

    [Fact]
    public async Task All_that_is_due_is_tried_in_one_go()
    {
        var source = hub.Source();
        Refused(source, [.. Enumerable.Range(0, 1100).Select(i => $"k{i:D4}")]);
        source.PageSize = 2000;
        await hub.CollectAsync();
        for (var i = 0; i < 1100; i++)
            source.Mended[$"k{i:D4}"] = _ => new MapResult.Ignored("not ours");

        var result = await RetryAsync(new(Connector: "alpha"));

        (result.Matched, result.Retried, result.Failed).ShouldBe((1100, 1100, 0));
        result.Message.ShouldBe("1100 of 1100 entries were released.");
        hub.Sql<long>("select count(*) from run where origin = 'quarantine'").ShouldBe(3);
    }

    [Fact]
    public async Task Entries_that_stay_due_are_tried_once_in_one_go()
    {
        var changes = hub.Source("changes", owns: false);
        Refused(changes, [.. Enumerable.Range(0, 600).Select(i => $"k{i:D4}")]);
        changes.PageSize = 1000;
        await hub.CollectAsync("changes");
        for (var i = 0; i < 600; i++)
            changes.Mended[$"k{i:D4}"] = Make.Change($"H40.13-260302-{i:D4}", DossierStatus.InProcess, TimeSpan.Zero);
        var failures = 0;
        hub.Target.AfterReading = _ => ++failures > 5 ? Task.CompletedTask : throw new InvalidOperationException("a bug");

        (await RetryAsync(new(Connector: "changes"))).Retried.ShouldBe(0);

        failures.ShouldBe(2);
    }

    [Fact]
    public async Task An_exception_in_one_source_fails_its_release_and_no_other()
    {
        var changes = hub.Source("changes", owns: false);
        Refused(changes, "a");
        var source = hub.Source("later");
        Refused(source, "b");
        await hub.CollectAsync("changes");
        await hub.CollectAsync("later");
        changes.Mended["a"] = Make.Change("H40.13-260302-0001", DossierStatus.InProcess, TimeSpan.Zero);
        source.Mended["b"] = Make.Dossier("H40.13-260302-0002");
        hub.Target.AfterReading = _ => throw new InvalidOperationException("a bug");

        var result = await RetryAsync(new(Code: "test-code"));

        result.Retried.ShouldBe(1);
        hub.Sql<string>("select string_agg(state, ' ' order by id) from run where origin = 'quarantine'").ShouldBe("failed completed");
    }

    [Fact]
    public async Task A_release_says_nothing_of_how_the_source_does()
    {
        var source = hub.Source();
        Refused(source, "a");
        await hub.CollectAsync();
        source.NextReads.Enqueue(new Fault.Drift("a column is gone"));
        await hub.CollectAsync();

        await RetryAsync(new(Connector: "alpha"));

        hub.Sql<string>("select fault || ' ' || failures from stream").ShouldBe("Drift 1");
    }

    private FakeSource Filled(int dossiers)
    {
        var source = hub.Source();
        for (var i = 0; i < dossiers; i++)
            source.Add($"k{i}", Make.Day.AddSeconds(i), Make.Dossier($"H40.13-260302-{i:D4}"));
        return source;
    }

    private static void Refused(FakeSource source, params string[] keys)
    {
        foreach (var key in keys)
            source.Add(key, Make.Day, Make.Rejected("test-code"));
    }

    private async Task<RetryResult> RetryAsync(QuarantineSelection which) =>
        (await Control.RetryQuarantineAsync(which, default)).Value.ShouldNotBeNull();

    public void Dispose() => hub.Dispose();
}
