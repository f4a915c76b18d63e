namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenPagesAreCollected : IDisposable
{
    private readonly TestHub hub = new();

    [Fact]
    public async Task Every_dossier_reaches_the_target_and_both_equations_hold()
    {
        var source = hub.Source();
        source.PageSize = 3;
        for (var i = 0; i < 10; i++)
            source.Add($"k{i}", Make.Day.AddSeconds(i), Make.DossierWithProgress($"H40.13-260302-{i:D4}", rows: 2));

        await hub.SyncAsync();

        hub.Target.Numbers.Count().ShouldBe(10);
        hub.Target.Progress("H40.13-260302-0003").Count.ShouldBe(2);
        hub.Receipts.ShouldBe("30 0 0 0 30");
        hub.Outbox.ShouldBe("0 30 0 0");
    }

    [Fact]
    public async Task Reading_again_within_the_lag_changes_nothing()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier("H40.13-260302-0001"));
        await hub.SyncAsync();
        await hub.SyncAsync();

        hub.Receipts.ShouldBe("2 1 0 0 1");
        hub.Target.History.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_late_commit_within_the_lag_is_found()
    {
        var source = hub.Source();
        source.Add("new", Make.Day.AddSeconds(60), Make.Dossier("H40.13-260302-0001"));
        await hub.SyncAsync();
        source.Add("late", Make.Day, Make.Dossier("H40.13-260302-0002"));
        await hub.SyncAsync();

        hub.Target.Numbers.ShouldBe(["H40.13-260302-0001", "H40.13-260302-0002"]);
    }

    [Fact]
    public async Task More_equal_times_than_a_page_holds_are_all_read()
    {
        var source = hub.Source();
        source.PageSize = 4;
        for (var i = 0; i < 13; i++)
            source.Add($"k{i:D2}", Make.Day, Make.Dossier($"H40.13-260302-{i:D4}"));

        await hub.SyncAsync();

        hub.Target.Numbers.Count().ShouldBe(13);
    }

    [Fact]
    public async Task A_newer_state_supersedes_the_one_that_waits_and_an_older_never_undoes_it()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier("H40.13-260302-0001"));
        await hub.CollectAsync();
        source.Add("k", Make.Day.AddSeconds(30), Make.Dossier("H40.13-260302-0001", DossierStatus.InProcess, after: TimeSpan.FromMinutes(5)));
        source.Add("k", Make.Day.AddSeconds(40), Make.Dossier("H40.13-260302-0001", DossierStatus.Received, "cũ", after: TimeSpan.FromMinutes(2)));
        await hub.SyncAsync();

        hub.Target.History.ShouldBe(["dossier H40.13-260302-0001 4"]);
        hub.Outbox.ShouldBe("0 1 1 0");
        hub.Receipts.ShouldBe("4 2 0 0 2");
    }

    [Fact]
    public async Task At_an_equal_time_the_later_read_wins_if_the_content_differs()
    {
        var source = hub.Source();
        source.Add("a", Make.Day, Make.Dossier("H40.13-260302-0001", note: "một"));
        await hub.SyncAsync();
        source.Add("b", Make.Day, Make.Dossier("H40.13-260302-0001", note: "hai"));
        await hub.SyncAsync();

        hub.Target.Packet("H40.13-260302-0001")!["GhiChu"]!.GetValue<string>().ShouldBe("hai");
    }

    [Fact]
    public async Task A_run_whose_source_fails_keeps_its_pages_and_goes_on_from_there()
    {
        var source = hub.Source();
        source.PageSize = 2;
        for (var i = 0; i < 6; i++)
            source.Add($"k{i}", Make.Day.AddMinutes(10 * i), Make.Dossier($"H40.13-260302-{i:D4}"));
        source.NextReads.Enqueue(new Fault.Transient("down"));

        (await hub.CollectAsync()).ShouldBeOfType<Fault.Transient>();
        hub.Restart();
        await hub.SyncAsync();

        hub.Target.Numbers.Count().ShouldBe(6);
        hub.Sql<long>("select failures from stream").ShouldBe(0);
    }

    [Fact]
    public async Task A_run_that_died_between_pages_does_not_read_its_first_page_again()
    {
        var source = hub.Source();
        source.PageSize = 2;
        for (var i = 0; i < 6; i++)
            source.Add($"k{i}", Make.Day.AddMinutes(10 * i), Make.Dossier($"H40.13-260302-{i:D4}"));
        source.FailAfter = 1;

        (await hub.CollectAsync()).ShouldNotBeNull();
        hub.Restart();
        source.FailAfter = null;
        await hub.SyncAsync();

        hub.Receipts.ShouldBe("6 0 0 0 6");
        source.Asked[^3]!.Value.Key.ShouldBe("k1");
    }

    [Fact]
    public async Task A_late_commit_before_the_place_where_a_run_ended_is_found_however_long_the_run_was_interrupted()
    {
        var source = hub.Source();
        source.PageSize = 2;
        for (var i = 0; i < 4; i++)
            source.Add($"k{i}", Make.Day.AddSeconds(i), Make.Dossier($"H40.13-260302-{i:D4}"));
        source.FailAfter = 1;
        (await hub.CollectAsync()).ShouldNotBeNull();

        source.FailAfter = null;
        source.Add("late", Make.Day, Make.Dossier("H40.13-260302-9999"));
        source.Add("next", Make.Day.AddMinutes(10), Make.Dossier("H40.13-260302-0010"));
        await hub.SyncAsync();
        await hub.SyncAsync();

        hub.Target.Numbers.ShouldContain("H40.13-260302-9999");
    }

    [Fact]
    public async Task A_late_commit_is_found_however_long_the_rest_of_the_run_takes()
    {
        var source = hub.Source();
        source.PageSize = 2;
        for (var i = 0; i < 4; i++)
            source.Add($"k{i}", Make.Day.AddSeconds(i), Make.Dossier($"H40.13-260302-{i:D4}"));
        source.Present = Make.Day.AddMinutes(1);
        source.AfterReading = _ =>
        {
            if (source.Asked.Count == 1)
            {
                source.Add("late", Make.Day, Make.Dossier("H40.13-260302-9999"));
                source.Add("next", Make.Day.AddMinutes(10), Make.Dossier("H40.13-260302-0010"));
                source.Present = Make.Day.AddMinutes(11);
            }

            return Task.CompletedTask;
        };
        await hub.SyncAsync();
        await hub.SyncAsync();

        hub.Target.Numbers.ShouldContain("H40.13-260302-9999");
    }

    public void Dispose() => hub.Dispose();
}
