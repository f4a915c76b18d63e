namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenSourcesSendChanges : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private static readonly DossierStatus[] Unless = [DossierStatus.SupplementRequested, DossierStatus.Processed, DossierStatus.Returned];
    private readonly TestHub hub = new();

    [Theory]
    [InlineData("0 1 2 3")]
    [InlineData("3 2 1 0")]
    [InlineData("2 0 3 1")]
    [InlineData("1 3 0 2")]
    public async Task Any_order_of_arrival_gives_the_same_dossier(string order)
    {
        hub.Target.Put(Number, Make.Base(Number));
        var changes = new[]
        {
            Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(10), Unless),
            Make.Change(Number, DossierStatus.SupplementRequested, TimeSpan.FromMinutes(20)),
            Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(30), Unless),   // passed over: the status is 5 then
            Make.Change(Number, DossierStatus.PaymentRequested, TimeSpan.FromMinutes(40)),
        };
        var source = hub.Source(owns: false);
        foreach (var (which, arrival) in order.Split(' ').Select((w, i) => (w[0] - '0', i)))
        {
            source.Add($"c{which}", Make.Day.AddSeconds(arrival), changes[which]);
            await hub.SyncAsync();
        }

        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("6");
        hub.Target.Packet(Number)!["RiengCuaHeThong"]!.GetValue<string>().ShouldBe("giữ nguyên");
    }

    [Fact]
    public async Task A_repeated_change_is_unchanged()
    {
        hub.Target.Put(Number, Make.Base(Number));
        var source = hub.Source(owns: false);
        source.Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        source.Add("c", Make.Day.AddSeconds(1), Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();

        hub.Receipts.ShouldBe("2 1 0 0 1");
    }

    [Fact]
    public async Task A_hand_over_of_a_finished_dossier_sends_its_step_alone()
    {
        hub.Target.Put(Number, Make.Base(Number, "9"));
        hub.Source(owns: false).Add("c", Make.Day, record => new MapResult.Mapped(
        [
            .. ((MapResult.Mapped)Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1), Unless)(record)).Records,
            .. ((MapResult.Mapped)Make.Progress(Number, 1)(record)).Records,
        ]));
        await hub.SyncAsync();

        hub.Receipts.ShouldBe("2 1 0 0 1");
        hub.Target.History.ShouldBe([$"progress {Number}"]);
    }

    [Fact]
    public async Task What_the_settlement_systems_staff_edited_meanwhile_is_kept()
    {
        hub.Target.Put(Number, Make.Base(Number));
        var source = hub.Source(owns: false);
        source.Add("c1", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Target.Edit(Number, "GhiChu", "cán bộ ghi");
        source.Add("c2", Make.Day.AddSeconds(1), Make.Change(Number, DossierStatus.PaymentRequested, TimeSpan.FromMinutes(2)));
        await hub.SyncAsync();

        hub.Target.Packet(Number)!["GhiChu"]!.GetValue<string>().ShouldBe("cán bộ ghi");
        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("6");
        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task Our_own_write_whose_answer_was_lost_is_not_taken_for_an_edit_of_theirs(TargetProfile profile)
    {
        using var other = new TestHub { Target = new(profile) };
        other.Target.Put(Number, Make.Base(Number));
        var source = other.Source(owns: false);
        source.Add("c1", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        other.Target.NextWrites.Enqueue((new Fault.UnknownOutcome("time-out"), true));
        await other.SyncAsync();
        source.Add("c2", Make.Day.AddSeconds(1), Make.Change(Number, DossierStatus.Processed, TimeSpan.FromMinutes(2)));
        other.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.SyncAsync();

        other.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("9");
        other.Sql<long>("select count(*) from dossier_event where kind = 'edit'").ShouldBe(0);
    }

    [Fact]
    public async Task A_change_of_an_owned_dossier_is_folded_by_time_with_what_its_owner_says()
    {
        var owner = hub.Source("owner");
        owner.Add("k", Make.Day, Make.Dossier(Number));
        var other = hub.Source("other", owns: false);
        other.Add("c", Make.Day, Make.Change(Number, DossierStatus.PaymentRequested, TimeSpan.FromMinutes(30)));
        await hub.SyncAsync("owner");
        await hub.SyncAsync("other");
        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("6");

        owner.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, "mới", after: TimeSpan.FromMinutes(20)));
        await hub.SyncAsync("owner");

        hub.Target.Packet(Number)!["GhiChu"]!.GetValue<string>().ShouldBe("mới");
        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("6");
    }

    [Fact]
    public async Task A_second_owner_is_kept_out()
    {
        hub.Source("one").Add("k", Make.Day, Make.Dossier(Number));
        hub.Source("two").Add("k", Make.Day, Make.Dossier(Number, note: "khác"));
        await hub.SyncAsync("one");
        await hub.SyncAsync("two");

        hub.Sql<string>("select code from quarantine").ShouldBe("other-owner");
    }

    public void Dispose() => hub.Dispose();
}
