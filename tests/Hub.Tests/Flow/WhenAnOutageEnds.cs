using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>The longer the target was down, the longer its rows would wait for one that is up again.</summary>
public sealed class WhenAnOutageEnds : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private TestHub hub = new();
    private FakeSource? source;
    private DeliverWorker? worker;

    private FakeSource Source => source ??= hub.Source();

    private DeliverWorker Worker => worker ??= hub.Worker<DeliverWorker>();

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task All_that_waits_goes_as_soon_as_one_small_question_is_answered(TargetProfile profile)
    {
        hub.Dispose();
        hub = new() { Target = new FakeTarget(profile) };
        await DownAsync(new Fault.UnknownOutcome("time-out"), hours: 4);
        await WaitLongAsync();

        hub.Target.Down = null;
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync();

        hub.Outbox.ShouldBe("0 3 0 0");
        hub.Target.Progress(Number).Select(row => row[row.IndexOf("Bước", StringComparison.Ordinal)..][..6]).ShouldBe(["Bước 0", "Bước 1"]);
    }

    [Fact]
    public async Task A_person_who_resumes_the_target_hurries_them_too()
    {
        await DownAsync(new Fault.Transient("503"), hours: 4);
        await WaitLongAsync();
        hub.Target.Down = null;

        (await hub.Get<IHubControl>().ResumeTargetAsync(default)).ShouldBeNull();
        await DeliverAsync();

        hub.Outbox.ShouldBe("0 3 0 0");
    }

    [Fact]
    public async Task A_start_hurries_them_for_the_last_process_may_have_died_before_it_did()
    {
        await DownAsync(new Fault.Transient("503"), hours: 4);
        await WaitLongAsync();
        hub.Target.Down = null;
        hub.Restart();
        worker = null;
        await DeliverAsync();

        hub.Outbox.ShouldBe("0 3 0 0");
    }

    [Fact]
    public async Task Progress_behind_a_row_that_waits_for_a_reason_of_its_own_waits_on()
    {
        Source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.SyncAsync();
        await DeliverAsync();
        hub.Target.NextWrites.Enqueue((new Fault.Drift("an answer nobody can read"), false));
        Source.Add("p1", Make.Day.AddSeconds(1), Make.Progress(Number, 1));
        Source.Add("p2", Make.Day.AddSeconds(2), Make.Progress(Number, 2));
        await hub.CollectAsync();
        await hub.PlantAsync("update outbox set attempts = 6, fault = 'Drift', due_at = due_at + 86400000000 where id = 2");
        await hub.PlantAsync("update outbox set due_at = due_at + 86400000000 where id = 3");

        (await hub.Get<IHubControl>().ResumeTargetAsync(default)).ShouldBeNull();
        await DeliverAsync();

        hub.Outbox.ShouldBe("2 1 0 0");
        hub.Sql<long>("select count(*) from outbox where state = 0 and due_at > (select max(created_at) from outbox)").ShouldBe(2);
    }

    // A dossier that the target stumbles over is no outage: its own back-off keeps it from being sent with every neighbour.
    [Fact]
    public async Task A_row_that_fails_alone_keeps_its_back_off()
    {
        hub.Target.Refuse = item => item.Number == Number ? new Fault.Transient("500") : null;
        Source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        for (var i = 0; i < 20; i++)
        {
            await ArrivesAsync($"H40.13-260302-1{i:D3}");
            hub.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        hub.Target.History.Count(call => call.StartsWith($"dossier {Number}", StringComparison.Ordinal)).ShouldBeLessThan(5);
    }

    [Fact]
    public async Task A_new_version_does_not_inherit_the_hours_that_the_one_before_it_waited()
    {
        hub.Dispose();
        hub = new() { Target = new FakeTarget(TargetProfile.Basic) };
        await DownAsync(new Fault.UnknownOutcome("time-out"), hours: 4);
        await WaitLongAsync();
        Source.Add("k", Make.Day.AddSeconds(5), Make.Dossier(Number, DossierStatus.PaymentRequested, after: TimeSpan.FromMinutes(1)));
        await hub.CollectAsync();

        hub.Sql<bool>("select query_first from outbox where kind = 1 and state = 0").ShouldBeTrue();
        Waits().ShouldBeInRange(TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Nor_does_one_that_comes_in_during_the_call()
    {
        hub.Dispose();
        hub = new() { Target = new FakeTarget(TargetProfile.Basic) };
        await DownAsync(new Fault.UnknownOutcome("time-out"), hours: 4);
        hub.Target.Down = null;
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.Get<TargetProbe>().AskIfDueAsync(default);
        await hub.PlantAsync("update outbox set attempts = 8 where kind = 1");
        hub.Target.NextWrites.Enqueue((new Fault.UnknownOutcome("time-out"), false));
        hub.Target.Meanwhile = () =>   // the look before the send
        {
            hub.Target.Meanwhile = NewVersionAsync;   // the send
            return Task.CompletedTask;
        };
        await DeliverAsync();

        hub.Sql<long>("select count(*) from outbox where kind = 1 and state = 2").ShouldBe(1);
        Waits().ShouldBeInRange(TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1));

        async Task NewVersionAsync()
        {
            Source.Add("k", Make.Day.AddSeconds(5), Make.Dossier(Number, DossierStatus.PaymentRequested, after: TimeSpan.FromMinutes(1)));
            (await hub.CollectAsync()).ShouldBeNull();
        }
    }

    private async Task DownAsync(Fault fault, int hours)
    {
        Source.Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 2));
        await hub.CollectAsync();
        hub.Target.Down = fault;
        for (var minutes = 0; minutes < hours * 60; minutes++)
        {
            await DeliverAsync();
            hub.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Rows that failed while others arrived wait for hours; so does what an outage of before has left.</summary>
    private async Task WaitLongAsync()
    {
        var due = hub.Clock.GetUtcNow().AddHours(4).Micros();
        await hub.PlantAsync($"update outbox set attempts = 8, due_at = {due} where state = 0");
        Waits().ShouldBeGreaterThan(TimeSpan.FromMinutes(30));
    }

    private async Task ArrivesAsync(string number)
    {
        Source.Add(number, Make.Day.AddSeconds(2), Make.Dossier(number));
        (await hub.CollectAsync()).ShouldBeNull();
        await DeliverAsync();
    }

    private async Task DeliverAsync()
    {
        for (var rounds = 0; await Worker.DeliverDueAsync(default) > 0; rounds++)
            Assert.True(rounds < 50, "Delivery does not come to rest.");
    }

    private TimeSpan Waits() => TimeSpan.FromMicroseconds(
        hub.Sql<long>("select due_at from outbox where kind = 1 and state = 0") - hub.Clock.GetUtcNow().Micros());

    public void Dispose() => hub.Dispose();
}
