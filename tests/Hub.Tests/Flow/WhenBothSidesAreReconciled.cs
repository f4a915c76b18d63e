using IntegrationHub.Hub.Reconcile;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenBothSidesAreReconciled : IDisposable
{
    private TestHub hub = new();

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task Equal_sides_show_no_difference(TargetProfile profile)
    {
        await FilledAsync(profile);
        var result = await hub.ReconcileAsync();

        result.Differences.ShouldBeEmpty();
        result.Totals.Ledger.ShouldBe(40);
        result.Totals.Calls.ShouldBe(profile is TargetProfile.Extended ? 1 : 40);
    }

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task Every_kind_of_difference_is_named_and_repaired(TargetProfile profile)
    {
        await FilledAsync(profile);
        hub.Target.Remove("H40.13-260302-0001");
        hub.Target.Edit("H40.13-260302-0002", "TrangThaiHoSo", "5");
        hub.Target.Edit("H40.13-260302-0003", "GhiChu", "khác");
        hub.Target.Edit("H40.13-260302-0004", "NgayHenTra", "20260401000000");

        var found = await hub.ReconcileAsync();
        await hub.DeliverAsync();
        var after = await hub.ReconcileAsync();

        var newer = profile is TargetProfile.Extended;
        found.Differences.Select(d => d.Kind).ShouldBe(
        [
            "missing-in-target",
            newer ? "version-newer-at-target" : "status-differs",
            newer ? "version-newer-at-target" : "field-differs",
            newer ? "version-newer-at-target" : "date-differs",
        ]);
        found.Differences.Single(d => d.Number.EndsWith("0003", StringComparison.Ordinal)).Members.ShouldBe("GhiChu");
        after.Differences.ShouldBeEmpty();
        hub.Sql<long>("select count(*) from difference where resolution = 'repair-queued'").ShouldBe(4);
        hub.Sql<long>("select sum(accepted) from page_receipt").ShouldBe(hub.Sql<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task A_lost_progress_row_is_sent_again()
    {
        await FilledAsync(TargetProfile.Extended);
        var number = "H40.13-260302-0005";
        var packet = hub.Target.Packet(number)!.ToJsonString();
        var version = hub.Target.Version(number);
        hub.Target.Remove(number);
        hub.Target.Put(number, packet, version, byHub: true);

        (await hub.ReconcileAsync()).Differences.Single().Kind.ShouldBe("progress-differs");
        await hub.DeliverAsync();

        hub.Target.Progress(number).Count.ShouldBe(1);
        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_still_on_its_way_is_no_difference()
    {
        await FilledAsync(TargetProfile.Extended);
        hub.Target.Remove("H40.13-260302-0001");
        await hub.ReconcileAsync();
        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_the_target_has_is_reported_and_left_alone()
    {
        await FilledAsync(TargetProfile.Extended);
        hub.Target.Put("H40.13-999999-0001", Make.Base("H40.13-999999-0001"), byHub: true);

        (await hub.ReconcileAsync()).Differences.Single().Kind.ShouldBe("only-at-target");
        await hub.DeliverAsync();
        hub.Target.Numbers.ShouldContain("H40.13-999999-0001");
    }

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task A_delivery_that_begins_and_ends_meanwhile_is_no_difference(TargetProfile profile)
    {
        var source = await FilledAsync(profile);
        const string Number = "H40.13-260302-0001";
        hub.Target.Remove(Number);
        source.Add("k1", Make.Day.AddMinutes(1), Make.Dossier(Number, DossierStatus.InProcess, "mới", TimeSpan.FromMinutes(1)));
        hub.Target.AfterReading = async _ =>
        {
            hub.Target.AfterReading = _ => Task.CompletedTask;
            await hub.SyncAsync();   // what was read of the target is old now, and the ledger says what is new
        };

        var reconciled = await hub.ReconcileAsync();

        reconciled.Differences.ShouldBeEmpty();
        hub.Target.Packet(Number)!["GhiChu"]!.GetValue<string>().ShouldBe("mới");
    }

    [Fact]
    public async Task A_progress_row_delivered_meanwhile_is_no_difference()
    {
        var source = await FilledAsync(TargetProfile.Extended);
        const string Number = "H40.13-260302-0001";
        hub.Target.DropProgress(Number, hub.Target.Progress(Number)[0]);
        source.Add("p", Make.Day.AddMinutes(1), Make.Progress(Number, 7));
        hub.Target.AfterReading = async _ =>
        {
            hub.Target.AfterReading = _ => Task.CompletedTask;
            await hub.SyncAsync();
        };

        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dead_row_neither_hides_its_dossier_nor_is_sent_again_every_night()
    {
        var source = await FilledAsync(TargetProfile.Basic);
        const string Number = "H40.13-260302-0001";
        hub.Target.Refuse = item => item.Number == Number ? new Fault.Rejected("1", "no") : null;
        source.Add("k1", Make.Day.AddMinutes(1), Make.Dossier(Number, DossierStatus.InProcess, "mới", TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Target.Edit(Number, "GhiChu", "khác");
        hub.Target.History.Clear();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var reconciled = await hub.ReconcileAsync();
            await hub.DeliverAsync();
            reconciled.Differences.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                d => d.Number.ShouldBe(Number), d => d.Kind.ShouldBe("dead"), d => d.Resolution.ShouldBe("reported"));
        }

        hub.Target.History.ShouldBeEmpty();
        hub.Sql<long>("select count(*) from outbox where state = 3").ShouldBe(1);
    }

    [Fact]
    public async Task A_newer_version_there_over_a_dead_row_is_named_and_left_to_a_person()
    {
        await FilledAsync(TargetProfile.Extended);
        const string Number = "H40.13-260302-0001";
        hub.Target.Edit(Number, "GhiChu", "khác");
        await hub.PlantAsync($"update outbox set state = 3, fault = 'NewerAtTarget' where number = '{Number}' and kind = 1");

        (await hub.ReconcileAsync()).Differences.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.Kind.ShouldBe("version-newer-at-target"), d => d.Resolution.ShouldBe("reported"));
    }

    [Fact]
    public async Task A_first_version_that_arrived_unanswered_under_a_dead_one_is_no_secret()
    {
        const string number = "H40.13-260302-0001";
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(number));
        hub.Target.NextWrites.Enqueue((new Fault.UnknownOutcome("time-out"), true));
        await hub.SyncAsync();
        hub.Target.Refuse = _ => new Fault.Rejected("1", "no");
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAsync();

        hub.Outbox.ShouldBe("0 0 1 1");
        (await hub.ReconcileAsync()).Differences.ShouldHaveSingleItem().Kind.ShouldBe("dead");
    }

    [Fact]
    public async Task Only_the_progress_rows_that_are_missing_there_are_sent_again()
    {
        await FilledAsync(TargetProfile.Extended, progress: 3);
        const string Number = "H40.13-260302-0001";
        hub.Target.DropProgress(Number, hub.Target.Progress(Number)[1]);

        (await hub.ReconcileAsync()).Totals.Differences.ShouldBe(1);

        hub.Sql<long>("select count(*) from outbox where origin = 'repair'").ShouldBe(1);
        await hub.DeliverAsync();
        hub.Target.Progress(Number).Count.ShouldBe(3);
        (await hub.ReconcileAsync()).Totals.Differences.ShouldBe(0);
    }

    [Fact]
    public async Task A_lost_progress_row_is_sent_again_also_when_a_change_comes_before_the_reconciliation()
    {
        const string number = "H40.15-260302-0001";
        hub.Target.Put(number, Make.Base(number));
        var source = hub.Source(owns: false);
        source.Add("p", Make.Day, Make.Progress(number, 1));
        source.Add("c", Make.Day, Make.Change(number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Target.DropProgress(number, hub.Target.Progress(number).Single());
        source.Add("c2", Make.Day.AddSeconds(1), Make.Change(number, DossierStatus.PaymentRequested, TimeSpan.FromMinutes(2)));
        await hub.SyncAsync();

        hub.Target.Progress(number).Count.ShouldBe(1);
        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task One_dossier_that_cannot_be_read_keeps_no_other_from_being_compared(TargetProfile profile)
    {
        await FilledAsync(profile);
        foreach (var number in new[] { "H40.13-260302-0001", "H40.13-260302-0039" })
            hub.Target.Edit(number, "GhiChu", "khác");
        hub.Target.Unreadable.Add("H40.13-260302-0001");

        var result = await hub.ReconcileAsync();

        result.Totals.Fault.ShouldBeOfType<Fault.Drift>().Message.ShouldContain("0001");
        result.Differences.Single().Number.ShouldBe("H40.13-260302-0039");
    }

    [Fact]
    public async Task One_dossier_that_cannot_be_read_keeps_no_later_page_from_being_compared()
    {
        await FilledAsync(TargetProfile.Basic, dossiers: Comparison.PageSize + 1);
        const string Last = "H40.13-260302-1000";
        hub.Target.Edit(Last, "GhiChu", "khác");
        hub.Target.Unreadable.Add("H40.13-260302-0001");

        (await hub.ReconcileAsync()).Differences.Single().Number.ShouldBe(Last);
    }

    [Fact]
    public async Task A_page_of_which_nothing_can_be_read_is_the_last_that_is_asked_for()
    {
        await FilledAsync(TargetProfile.Basic, dossiers: Comparison.PageSize + 1);
        hub.Target.NextReads.Enqueue(new Fault.Drift("nothing can be read"));

        (await hub.ReconcileAsync()).Totals.Compared.ShouldBe(Comparison.PageSize);
    }

    [Fact]
    public async Task A_list_that_repeats_itself_is_not_read_for_ever()
    {
        await FilledAsync(TargetProfile.Extended);
        hub.Target.Edit("H40.13-260302-0001", "GhiChu", "khác");
        hub.Target.Repeats = true;

        (await hub.ReconcileAsync()).Totals.Fault.ShouldBeOfType<Fault.Drift>().Message.ShouldContain("must rise");
    }

    [Fact]
    public async Task A_dead_progress_row_does_not_keep_its_dossier_from_being_repaired()
    {
        await FilledAsync(TargetProfile.Extended, progress: 2);
        const string number = "H40.13-260302-0001";
        await hub.PlantAsync(
            $"update outbox set state = 3, fault = 'Rejected' where id = (select max(id) from outbox where number = '{number}' and kind = 2)");
        hub.Target.Remove(number);

        (await hub.ReconcileAsync()).Differences.Single().Kind.ShouldBe("missing-in-target");
        await hub.DeliverAsync();
        hub.Target.Numbers.ShouldContain(number);
    }

    [Fact]
    public async Task A_loss_of_everything_is_logged_and_repaired_a_page_at_a_time()
    {
        const int Dossiers = 2250;
        await FilledAsync(TargetProfile.Extended, Dossiers);
        foreach (var number in hub.Target.Numbers.ToList())
            hub.Target.Remove(number);

        (await hub.ReconcileAsync()).Totals.Differences.ShouldBe(Dossiers);

        hub.Sql<string>("select differences || ' ' || repairs from reconciliation").ShouldBe($"{Dossiers} {2 * Dossiers}");
        hub.Sql<long>("select count(*) from page_receipt where origin = 'repair'").ShouldBe(3);
        await hub.DeliverAsync();
        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    private async Task<FakeSource> FilledAsync(TargetProfile profile, int dossiers = 40, int progress = 1)
    {
        hub.Dispose();
        hub = new() { Target = new(profile) };
        var source = hub.Source();
        for (var i = 0; i < dossiers; i++)
            source.Add($"k{i}", Make.Day.AddMilliseconds(i), Make.DossierWithProgress($"H40.13-260302-{i:D4}", progress));
        await hub.SyncAsync();
        return source;
    }

    public void Dispose() => hub.Dispose();
}
