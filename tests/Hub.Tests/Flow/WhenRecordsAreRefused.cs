using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenRecordsAreRefused : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private readonly TestHub hub = new();

    [Fact]
    public async Task The_record_waits_with_its_reason_and_its_neighbours_go_on()
    {
        var source = hub.Source();
        source.Add("bad", Make.Day, Make.Rejected("status-unknown"));
        source.Add("good", Make.Day, Make.Dossier(Number));
        await hub.SyncAsync();
        await hub.SyncAsync();

        hub.Receipts.ShouldBe("4 2 0 1 1");
        hub.Sql<string>("select code || pointer || message from quarantine").ShouldBe("status-unknown/xMend it at the source.");
        hub.Target.Numbers.ShouldBe([Number]);
    }

    [Fact]
    public async Task The_dossier_that_a_mapping_could_read_is_named()
    {
        hub.Source().Add("hash of a callback", Make.Day, _ => new MapResult.Rejected("callback-unknown", "/x", "Look.") { Number = Number });
        await hub.SyncAsync();

        hub.Sql<string>("select number from quarantine").ShouldBe(Number);
    }

    [Fact]
    public async Task A_record_that_was_mended_and_is_wrong_again_as_it_was_is_in_quarantine_again()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Rejected("date-impossible"), "X");
        await hub.SyncAsync();
        source.Replace("k", Make.Day.AddSeconds(1), Make.Dossier(Number));
        await hub.SyncAsync();
        hub.Sql<string>("select state from quarantine").ShouldBe("gone");
        source.Replace("k", Make.Day.AddSeconds(2), Make.Rejected("date-impossible"), "X");
        await hub.SyncAsync();

        hub.Sql<string>("select state from quarantine").ShouldBe("open");
        hub.Sql<long>("select count(*) from quarantine").ShouldBe(1);
    }

    [Fact]
    public async Task A_mapping_that_throws_costs_one_record()
    {
        hub.Source().Add("bad", Make.Day, _ => throw new InvalidOperationException("secret 999000000001"));
        await hub.SyncAsync();

        hub.Sql<string>("select code from quarantine").ShouldBe("mapping-failed");
        hub.Sql<string>("select message from quarantine").ShouldNotContain("999");
    }

    [Fact]
    public async Task A_change_without_a_base_is_asked_for_again_and_released_when_the_base_is_there()
    {
        hub.Source(owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Sql<string>("select code from quarantine").ShouldBe("no-base");

        hub.Target.Put(Number, Make.Base(Number));
        await hub.ReleaseAsync();
        hub.Sql<string>("select state from quarantine").ShouldBe("open");   // not due yet
        hub.Clock.Advance(TimeSpan.FromMinutes(2));
        await hub.ReleaseAsync();
        await hub.DeliverAsync();

        hub.Sql<string>("select state from quarantine").ShouldBe("released");
        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("4");
        hub.Receipts.ShouldBe("2 0 0 1 1");
    }

    [Fact]
    public async Task A_target_that_is_down_stops_no_page()
    {
        hub.Target.Put(Number, Make.Base(Number));
        hub.Target.NextReads.Enqueue(new Fault.Transient("down"));
        hub.Source(owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Sql<string>("select code from quarantine").ShouldBe("base-unread");

        hub.Clock.Advance(TimeSpan.FromSeconds(7));
        await hub.ReleaseAsync();
        await hub.DeliverAsync();
        hub.Outbox.ShouldBe("0 1 0 0");
    }

    [Fact]
    public async Task A_failed_retry_keeps_its_row_without_a_receipt_and_waits_longer()
    {
        hub.Source(owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(2));
        await hub.ReleaseAsync();

        hub.Receipts.ShouldBe("1 0 0 1 0");
        hub.Sql<long>("select attempts from quarantine").ShouldBe(1);
        ((hub.Sql<long>("select due_at from quarantine") - hub.Clock.GetUtcNow().Micros()) / 60e6).ShouldBe(15, 0.1);
    }

    [Fact]
    public async Task A_record_dated_later_than_the_source_waits_for_its_time_and_does_not_move_the_watermark()
    {
        var source = hub.Source();
        source.Present = Make.Day;
        source.Add("good", Make.Day.AddMinutes(-1), Make.Dossier("H40.13-260302-0001"));
        source.Add("later", Make.Day.AddYears(1), Make.Dossier(Number));
        await hub.SyncAsync();

        hub.Sql<string>("select code from quarantine").ShouldBe("dated-later");
        Position.Parse(hub.Sql<string>("select watermark from stream")).Time.ShouldBe(Make.Day);

        hub.Clock.Advance(TimeSpan.FromDays(400));
        await hub.ReleaseAsync();
        hub.Sql<string>("select state from quarantine").ShouldBe("released");
    }

    // Land's callback of an end: its time and the end of processing are one moment.
    [Fact]
    public async Task An_end_told_by_a_clock_that_is_ahead_frees_itself_at_that_moment()
    {
        var ahead = hub.Clock.GetUtcNow().AddMinutes(30);
        hub.Target.Put(Number, Make.Base(Number));
        hub.Source(owns: false).Add("c", Make.Day, record => new MapResult.Mapped(new DossierChange
        {
            Envelope = record.Envelope(ahead),
            Number = Number,
            Status = DossierStatus.Processed,
            FinishedAt = ahead,
        }));
        await hub.SyncAsync();
        hub.Sql<string>("select code from quarantine").ShouldBe("future-date");

        hub.Clock.Advance(TimeSpan.FromMinutes(30));
        await hub.ReleaseAsync();
        hub.Sql<string>("select state from quarantine").ShouldBe("released");
    }

    [Fact]
    public async Task A_record_dated_later_that_its_source_has_corrected_since_never_comes_back()
    {
        var source = hub.Source();
        source.Present = Make.Day;
        source.Add("k", Make.Day.AddMinutes(10), Make.Dossier(Number, DossierStatus.Received, "sai", after: TimeSpan.FromMinutes(10)));
        await hub.SyncAsync();
        source.Present = Make.Day.AddMinutes(3);
        source.Replace("k", Make.Day.AddMinutes(2), Make.Dossier(Number, DossierStatus.InProcess, "đúng", after: TimeSpan.FromMinutes(2)));
        await hub.SyncAsync();
        hub.Clock.Advance(TimeSpan.FromDays(400));
        await hub.ReleaseAsync();
        await hub.DeliverAsync();

        hub.Sql<string>("select state from quarantine").ShouldBe("gone");
        hub.Target.Packet(Number)!["GhiChu"]!.GetValue<string>().ShouldBe("đúng");
    }

    [Fact]
    public async Task An_entry_that_a_mended_mapping_ignores_is_released_and_not_tried_for_ever()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Rejected("status-unknown"));
        await hub.SyncAsync();
        source.Mended["k"] = _ => new MapResult.Ignored("no dossier");
        await hub.Get<OperatorStore>().AskAgainAsync(new(), default);
        await hub.ReleaseAsync();
        await hub.ReleaseAsync();

        hub.Sql<string>("select state from quarantine").ShouldBe("released");
        hub.Receipts.ShouldBe("2 0 1 1 0");
    }

    [Fact]
    public async Task A_step_out_of_a_final_status_is_refused_with_both_states_shown()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number, DossierStatus.Returned));
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();

        hub.Sql<string>("select code from quarantine").ShouldBe("status-step");
        hub.Sql<string>("select message from quarantine").ShouldContain("status 10; a step to 4");
        hub.Target.History.ShouldBe([$"dossier {Number} 10"]);
    }

    [Fact]
    public async Task Half_a_source_record_is_no_record()
    {
        hub.Source("owner").Add("k", Make.Day, Make.Dossier(Number, DossierStatus.Returned));
        hub.Source("other", owns: false).Add("c", Make.Day, record => new MapResult.Mapped(
            ((MapResult.Mapped)Make.Progress(Number, 1)(record)).Records[0],
            ((MapResult.Mapped)Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1))(record)).Records[0]));
        await hub.SyncAsync("owner");
        await hub.SyncAsync("other");

        hub.Receipts.ShouldBe("2 0 0 1 1");
        hub.Sql<long>("select count(*) from progress").ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_good_record_closes_the_older_bad_one_of_its_key()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Rejected("status-unknown"));
        await hub.SyncAsync();
        source.Add("k", Make.Day.AddSeconds(5), Make.Dossier(Number));
        await hub.SyncAsync();

        hub.Sql<string>("select state from quarantine").ShouldBe("gone");
    }

    [Fact]
    public async Task A_record_that_breaks_the_contract_names_its_rule()
    {
        hub.Source().Add("k", Make.Day, record => new MapResult.Mapped(
            Make.Whole(record, Number, DossierStatus.Processed, "", Make.Day) with { FinishedAt = null }));
        await hub.SyncAsync();

        hub.Sql<string>("select code from quarantine").ShouldBe("finished-missing");
    }

    public void Dispose() => hub.Dispose();
}
