namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenAnOwnerAndOthersSpeak : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private readonly TestHub hub = new();

    [Theory]
    [InlineData(DossierStatus.Withdrawn, "7")]
    [InlineData(DossierStatus.InProcess, "2")]
    public async Task An_older_change_that_comes_late_leaves_the_owners_members_whole(DossierStatus change, string status)
    {
        hub.Source("owner").Add("k", Make.Day, Make.Dossier(Number, note: "của chủ", after: TimeSpan.FromMinutes(10)));
        hub.Source("other", owns: false).Add("c", Make.Day, Make.Change(Number, change, TimeSpan.FromMinutes(5)));
        await hub.SyncAsync("owner");
        await hub.SyncAsync("other");

        Member("TrangThaiHoSo").ShouldBe(status);
        Member("GhiChu").ShouldBe("của chủ");
        Member("TenTTHC").ShouldNotBeEmpty();
        hub.Outbox.ShouldStartWith("0 ");
        hub.Outbox.ShouldEndWith(" 0");
    }

    [Fact]
    public async Task The_owners_step_is_guarded_as_its_owner_reports_and_not_as_the_one_whose_change_comes_in()
    {
        hub.Source("owner").Add("k", Make.Day, Make.Dossier(Number, DossierStatus.Processed));
        hub.Source("steps", owns: false, everyStep: true)
            .Add("c", Make.Day, Make.Change(Number, DossierStatus.Filed, TimeSpan.FromMinutes(-10)));
        await hub.SyncAsync("owner");
        await hub.SyncAsync("steps");

        Member("TrangThaiHoSo").ShouldBe("9");   // 1 → 9 skips steps, as a polled owner may
    }

    [Fact]
    public async Task A_source_that_reports_every_step_is_held_to_the_step_table()
    {
        hub.Target.Put(Number, Make.Base(Number));
        var source = hub.Source(owns: false, everyStep: true);
        source.Add("a", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        source.Add("b", Make.Day, Make.Change(Number, DossierStatus.Returned, TimeSpan.FromMinutes(2)));
        await hub.SyncAsync();

        Member("TrangThaiHoSo").ShouldBe("4");
        hub.Sql<string>("select message from quarantine").ShouldContain("status 4; a step to 10");
    }

    [Fact]
    public async Task An_owner_of_some_members_replaces_those_and_no_other()
    {
        var owner = hub.Source("owner", owns: true, everyStep: false, "GhiChu");
        for (var minute = 0; minute < 3; minute++)
        {
            var status = minute == 0 ? DossierStatus.Received : DossierStatus.InProcess;
            var note = $"lời ghi chú thứ {minute}, dài hơn bốn mươi ký tự";
            owner.Add("k", Make.Day.AddSeconds(minute), Make.Dossier(Number, status, note, after: TimeSpan.FromMinutes(minute)));
            await hub.SyncAsync("owner");
        }

        Member("GhiChu").ShouldStartWith("lời ghi chú thứ 2");
        Member("TrangThaiHoSo").ShouldBe("2");
        Member("TenTTHC").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_an_owner_says_again_later_comes_after_the_change_between()
    {
        var owner = hub.Source("owner");
        owner.Add("k", Make.Day, Make.Dossier(Number, DossierStatus.InProcess));
        await hub.SyncAsync("owner");
        hub.Source("other", owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.SupplementRequested, TimeSpan.FromMinutes(5)));
        hub.Restart();
        await hub.SyncAsync("other");
        Member("TrangThaiHoSo").ShouldBe("5");
        owner.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(10)));
        await hub.SyncAsync("owner");

        Member("TrangThaiHoSo").ShouldBe("4");
    }

    [Fact]
    public async Task At_an_equal_time_what_was_read_last_counts_also_when_it_was_said_before()
    {
        var owner = hub.Source("owner");
        hub.Source("other", owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(-5)));
        owner.Add("k", Make.Day, Make.Dossier(Number, note: "A"));
        await hub.SyncAsync("owner");
        await hub.SyncAsync("other");
        foreach (var (note, second) in new[] { ("B", 1), ("A", 2) })
        {
            owner.Add("k", Make.Day.AddSeconds(second), Make.Dossier(Number, note: note));
            await hub.SyncAsync("owner");
        }

        Member("GhiChu").ShouldBe("A");
    }

    [Fact]
    public async Task A_change_that_waited_in_quarantine_keeps_its_place_in_the_order_of_arrival()
    {
        var source = hub.Source(owns: false);
        hub.Target.NextReads.Enqueue(new Fault.Transient("down"));
        hub.Target.Put(Number, Make.Base(Number));
        source.Add("first", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(5)));
        source.Add("beyond the lag", Make.Day.AddMinutes(10), _ => new MapResult.Ignored("moves the watermark"));
        await hub.SyncAsync();
        source.Add("second", Make.Day.AddMinutes(11), Make.Change(Number, DossierStatus.SupplementRequested, TimeSpan.FromMinutes(5)));
        await hub.SyncAsync();
        hub.Clock.Advance(TimeSpan.FromSeconds(10));
        await hub.ReleaseAsync();
        await hub.DeliverAsync();

        hub.Sql<string>("select state from quarantine").ShouldBe("released");
        Member("TrangThaiHoSo").ShouldBe("5");
    }

    [Fact]
    public async Task What_an_owner_no_longer_says_is_gone_also_where_others_have_spoken()
    {
        var owner = hub.Source("owner");
        var other = hub.Source("other", owns: false);
        other.Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(5)));
        owner.Add("k", Make.Day, record => new MapResult.Mapped(Make.Whole(record, Number, DossierStatus.Received, "", Make.Day) with
        {
            Later = new() { FilingPlace = "một chỗ nhập nhầm" },
        }));
        await hub.SyncAsync("owner");
        await hub.SyncAsync("other");
        owner.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(10)));
        await hub.SyncAsync("owner");

        hub.Target.Packet(Number)!["NoiNopHoSo"].ShouldBeNull();
        Member("TrangThaiHoSo").ShouldBe("4");

        other.Add("d", Make.Day.AddSeconds(1), Make.Change(Number, DossierStatus.SupplementRequested, TimeSpan.FromMinutes(15)));
        await hub.SyncAsync("other");
        hub.Target.Packet(Number)!["NoiNopHoSo"].ShouldBeNull();
        Member("TrangThaiHoSo").ShouldBe("5");
    }

    [Fact]
    public async Task What_an_owner_said_last_stays_when_an_older_change_refuses_its_step()
    {
        var owner = hub.Source("owner");
        var other = hub.Source("other", owns: false);
        owner.Add("k", Make.Day, Make.Dossier(Number, note: "điện thoại A"));
        await hub.SyncAsync("owner");
        other.Add("b", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync("other");
        owner.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.Processed, "điện thoại B", TimeSpan.FromMinutes(10)));
        await hub.SyncAsync("owner");
        other.Add("c", Make.Day.AddSeconds(1), record => new MapResult.Mapped(new DossierChange
        {
            Envelope = record.Envelope(Make.Day.AddMinutes(5)),
            Number = Number,
            Status = DossierStatus.Withdrawn,
            Note = "điện thoại của trước đó",
        }));
        await hub.SyncAsync("other");

        Member("TrangThaiHoSo").ShouldBe("7");
        Member("GhiChu").ShouldBe("điện thoại B");
    }

    private string Member(string name) => hub.Target.Packet(Number)![name]!.GetValue<string>();

    public void Dispose() => hub.Dispose();
}
