using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenTheTargetMisbehaves : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private TestHub hub = new();

    [Theory]
    [InlineData(TargetProfile.Extended, true)]
    [InlineData(TargetProfile.Extended, false)]
    [InlineData(TargetProfile.Basic, true)]
    [InlineData(TargetProfile.Basic, false)]
    public async Task A_lost_answer_ends_in_one_visible_effect_whether_the_write_took_or_not(TargetProfile profile, bool takes)
    {
        Use(new FakeTarget(profile));
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        hub.Target.NextWrites.Enqueue((new Fault.UnknownOutcome("time-out"), takes));

        await hub.SyncAsync();
        hub.Outbox.ShouldBe("1 0 0 0");
        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.DeliverAsync();

        hub.Target.Numbers.ShouldBe([Number]);
        hub.Outbox.ShouldBe("0 1 0 0");
        hub.Target.History.Count.ShouldBe(profile is TargetProfile.Basic && takes ? 1 : takes ? 2 : 1);
    }

    [Fact]
    public async Task A_transient_fault_waits_longer_each_time_and_gives_nothing_up()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        for (var i = 0; i < 3; i++)
            hub.Target.NextWrites.Enqueue((new Fault.Transient("500"), false));

        await hub.SyncAsync();
        var first = Wait();
        hub.Clock.Advance(TimeSpan.FromSeconds(6));
        await hub.DeliverAsync();
        var second = Wait();
        hub.Clock.Advance(TimeSpan.FromSeconds(72));
        await hub.DeliverAsync();
        hub.Clock.Advance(TimeSpan.FromDays(1));
        await hub.DeliverAsync();

        first.ShouldBeInRange(5, 6);
        second.ShouldBeInRange(60, 72);
        hub.Outbox.ShouldBe("0 1 0 0");
    }

    [Fact]
    public async Task A_rejected_dossier_is_dead_with_its_reason_its_progress_with_it_and_its_neighbours_go_on()
    {
        var source = hub.Source();
        source.Add("bad", Make.Day, Make.DossierWithProgress(Number, rows: 2));
        source.Add("good", Make.Day, Make.DossierWithProgress("H40.13-260302-0002", rows: 1));
        hub.Target.Refuse = item => item.Number == Number ? new Fault.Rejected("1", "MaTTHC is unknown") : null;

        await hub.SyncAsync();

        hub.Outbox.ShouldBe("0 2 0 3");
        hub.Sql<string>("select message from outbox where state = 3 and kind = 1").ShouldBe("MaTTHC is unknown");
        hub.Target.Numbers.ShouldBe(["H40.13-260302-0002"]);
    }

    [Fact]
    public async Task Retrying_a_dead_dossier_sends_the_present_state_with_a_new_version_and_wakes_its_progress()
    {
        hub.Source().Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 1));
        hub.Target.Refuse = _ => new Fault.Rejected("1", "no");
        await hub.SyncAsync();
        hub.Target.Refuse = _ => null;

        (await hub.Get<OperatorStore>().ReviveAsync(new(), default)).ShouldBe(2);
        await hub.DeliverAsync();

        hub.Outbox.ShouldBe("0 2 0 0");
        hub.Receipts.ShouldBe("2 0 0 0 2");
        hub.Target.Version(Number).ShouldBe(Make.Day.Micros() + 1);
    }

    [Fact]
    public async Task A_newer_accepted_state_takes_the_place_of_a_dead_one()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        hub.Target.Refuse = _ => new Fault.Rejected("1", "no");
        await hub.SyncAsync();
        hub.Target.Refuse = _ => null;
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();

        hub.Outbox.ShouldBe("0 1 1 0");
    }

    [Fact]
    public async Task A_process_that_dies_during_a_call_asks_first_when_it_starts_again()
    {
        Use(new FakeTarget(TargetProfile.Basic));
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        var row = (await hub.Get<IDeliverStore>().DueDossiersAsync(hub.Sql<int>("select range from outbox"), 10, default)).Single();
        await hub.Get<IDeliverStore>().OpenAttemptAsync(new(hub.Sql<int>("select range from outbox")), [row], default);
        hub.Target.Put(Number, row.Packet, byHub: true);   // the call took effect, and then the process died

        hub.Restart();
        await hub.DeliverAsync();

        hub.Target.History.ShouldBeEmpty();
        hub.Outbox.ShouldBe("0 1 0 0");
    }

    [Fact]
    public async Task A_refused_sign_in_shuts_delivery_until_a_person_has_looked()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        hub.Target.NextWrites.Enqueue((new Fault.AuthRefused("wrong password"), false));
        await hub.CollectAsync();
        await hub.Get<DeliverFlow>().DeliverAsync(new(hub.Sql<int>("select range from outbox")), (await hub.Target.CapabilitiesAsync(default)).Value!, default);

        hub.Get<DeliveryGate>().Shut.ShouldBe("wrong password");
        hub.Outbox.ShouldBe("1 0 0 0");
    }

    [Fact]
    public async Task A_target_that_holds_a_newer_version_with_other_content_is_not_overwritten_blindly()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        hub.Target.Put(Number, Make.Base(Number, "9"), version: long.MaxValue / 2);
        await hub.SyncAsync();

        hub.Outbox.ShouldBe("0 0 0 1");
        hub.Sql<string>("select fault from outbox").ShouldBe("NewerAtTarget");
        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("9");

        await hub.Get<OperatorStore>().ReviveAsync(new(), default);
        await hub.DeliverAsync();
        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("2");
    }

    [Fact]
    public async Task An_insert_that_meets_an_equal_dossier_is_acknowledged_on_a_basic_target()
    {
        Use(new FakeTarget(TargetProfile.Basic));
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        hub.Target.Put(Number, (await hub.PacketsAsync(Number)).Packet, byHub: true);
        await hub.DeliverAsync();
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();

        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("4");
        hub.Outbox.ShouldBe("0 2 0 0");
    }

    [Fact]
    public async Task A_basic_target_that_lost_a_dossier_gets_its_earlier_progress_again_too()
    {
        Use(new FakeTarget(TargetProfile.Basic));
        var source = hub.Source();
        source.Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 2));
        await hub.SyncAsync();
        hub.Target.Remove(Number);
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.PaymentRequested, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();

        hub.Target.Packet(Number)!["TrangThaiHoSo"]!.GetValue<string>().ShouldBe("6");
        hub.Target.Progress(Number).Count.ShouldBe(2);
    }

    public static TheoryData<Fault> Silences => [new Fault.Transient("no connection"), new Fault.UnknownOutcome("no answer in time")];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task A_target_that_answers_no_attempt_is_shown_as_unreachable_until_it_answers_one(Fault silence)
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        hub.Target.NextWrites.Enqueue((silence, false));
        await hub.SyncAsync();
        hub.Get<IEngineWatch>().Now().Target.State.ShouldBe(TargetStates.Unreachable);

        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAsync();
        hub.Get<IEngineWatch>().Now().Target.State.ShouldNotBe(TargetStates.Unreachable);
    }

    [Fact]
    public async Task Being_asked_to_wait_does_not_lengthen_the_back_off()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        for (var i = 0; i < 5; i++)
        {
            hub.Target.NextWrites.Enqueue((new Fault.Throttled(hub.Clock.GetUtcNow().AddSeconds(5), "429"), false));
            await hub.SyncAsync();
            hub.Clock.Advance(TimeSpan.FromSeconds(6));
        }

        hub.Target.NextWrites.Enqueue((new Fault.Transient("502"), false));
        await hub.DeliverAsync();
        Wait().ShouldBeInRange(5, 6);
    }

    [Fact]
    public async Task While_the_target_asks_to_be_left_alone_nothing_more_of_a_range_is_sent()
    {
        hub.Target.Put("H40.15-260302-0009", Make.Base("H40.15-260302-0009"));
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        hub.Source("other", owns: false).Add("c", Make.Day, Make.Change("H40.15-260302-0009", DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.CollectAsync();
        await hub.CollectAsync("other");
        await hub.PlantAsync("update outbox set range = 0");
        hub.Target.NextReads.Enqueue(new Fault.Throttled(hub.Clock.GetUtcNow().AddSeconds(5), "429"));
        await hub.DeliverAsync();

        hub.Target.History.ShouldBeEmpty();
        hub.Outbox.ShouldBe("2 0 0 0");
    }

    private void Use(FakeTarget target)
    {
        hub.Dispose();
        hub = new() { Target = target };
    }

    private double Wait() => (hub.Sql<long>("select due_at from outbox") - hub.Clock.GetUtcNow().Micros()) / 1e6;

    public void Dispose() => hub.Dispose();
}
