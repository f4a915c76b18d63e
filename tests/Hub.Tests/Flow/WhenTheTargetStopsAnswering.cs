using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>A target that is down is not called for every row that is due, and it is known within a minute that it is up again.</summary>
public sealed class WhenTheTargetStopsAnswering : IDisposable
{
    private const int Dossiers = 40;
    private static readonly Fault Silence = new Fault.Transient("no connection");
    private readonly TestHub hub = new();
    private FakeSource? source;
    private DeliverWorker? worker;

    private FakeSource Source => source ??= hub.Source();

    private DeliverWorker Worker => worker ??= hub.Worker<DeliverWorker>();

    private TargetStatus Status => hub.Get<IEngineWatch>().Now().Target;

    public static TheoryData<Fault> Silences =>
        [Silence, new Fault.UnknownOutcome("no answer in time"), new Fault.AuthExpired("the session ends at once")];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task Few_calls_are_made_and_then_none_but_one_small_question_at_growing_intervals(Fault silence)
    {
        await CollectedAsync();
        hub.Target.Down = silence;

        await Worker.DeliverDueAsync(default);
        hub.Target.Calls.Writes.ShouldBeInRange(5, 5 + HubOptions.DefaultWorkers - 1);

        var (began, writes) = (hub.Clock.GetUtcNow(), hub.Target.Calls.Writes);
        var asked = new List<double>();
        for (var second = 0; second < 300; second++, hub.Clock.Advance(TimeSpan.FromSeconds(1)))
        {
            var before = hub.Target.Calls.Reads;
            (await Worker.DeliverDueAsync(default)).ShouldBe(0);
            if (hub.Target.Calls.Reads > before)
                asked.Add((hub.Clock.GetUtcNow() - began).TotalSeconds);
        }

        asked.ShouldBe([0, 5, 15, 35, 75, 135, 195, 255]);
        hub.Target.Calls.Writes.ShouldBe(writes);
        hub.Sql<long>("select max(attempts) from outbox").ShouldBe(1);
    }

    [Fact]
    public async Task All_goes_as_soon_as_the_question_is_answered()
    {
        await CollectedAsync();
        hub.Target.Down = Silence;
        for (var minute = 0; minute < 30; minute++, hub.Clock.Advance(TimeSpan.FromMinutes(1)))
            await Worker.DeliverDueAsync(default);

        hub.Target.Down = null;
        await DeliverAsync();

        hub.Outbox.ShouldBe($"0 {Dossiers} 0 0");
        Status.Circuit.ShouldBe(new(CircuitStates.Closed));
    }

    [Fact]
    public async Task A_target_that_is_seldom_called_is_asked_after_a_minute_of_silence()
    {
        Source.Add("k", Make.Day, Make.Dossier(Number(0)));
        await hub.CollectAsync();
        hub.Target.Down = Silence;
        await TurnAsync(TimeSpan.FromMinutes(2));
        hub.Target.Calls.Reads.ShouldBeGreaterThan(1);

        hub.Target.Down = null;
        await TurnAsync(TimeSpan.FromMinutes(1));   // its own wait is five

        hub.Outbox.ShouldBe("0 1 0 0");
    }

    // Otherwise one dossier that the target stumbles over would be sent twice with every step of its back-off.
    [Fact]
    public async Task Where_the_first_question_is_answered_it_was_the_row_and_that_keeps_its_back_off()
    {
        Source.Add("k", Make.Day, Make.Dossier(Number(0)));
        await hub.CollectAsync();
        hub.Target.Refuse = _ => Silence;

        await TurnAsync(TimeSpan.FromMinutes(6));

        hub.Target.Calls.ShouldBe((1, 3));
        Status.Circuit.State.ShouldBe(CircuitStates.Closed);
    }

    [Fact]
    public async Task A_target_that_answers_questions_and_no_write_is_called_ever_more_seldom()
    {
        await CollectedAsync();
        hub.Target.DownForWrites = Silence;
        await TurnAsync(TimeSpan.FromMinutes(2));
        var before = hub.Target.Calls.Writes;

        await TurnAsync(TimeSpan.FromMinutes(5));
        (hub.Target.Calls.Writes - before).ShouldBeInRange(5, 5 * 8);

        hub.Target.DownForWrites = null;
        await TurnAsync(TimeSpan.FromMinutes(2));
        hub.Outbox.ShouldBe($"0 {Dossiers} 0 0");
    }

    [Fact]
    public async Task One_answer_among_many_that_are_lost_is_an_answer()
    {
        await CollectedAsync();
        hub.Target.Refuse = item => item.Number == Number(7) ? null : Silence;
        await hub.PlantAsync("update outbox set range = 0");

        for (var i = 0; i < 10; i++)
        {
            await hub.PlantAsync("update outbox set due_at = 0, state = 0");
            await Worker.DeliverDueAsync(default);
        }

        Status.Circuit.State.ShouldBe(CircuitStates.Closed);
    }

    [Fact]
    public async Task A_target_that_cannot_be_signed_in_at_is_not_asked_every_second()
    {
        await CollectedAsync();
        hub.Target.SignIn = Silence;

        await TurnAsync(TimeSpan.FromMinutes(5));
        hub.Target.SignIns.ShouldBeLessThan(20);

        hub.Target.SignIn = null;
        await TurnAsync(TimeSpan.FromMinutes(1.1));
        hub.Outbox.ShouldBe($"0 {Dossiers} 0 0");
    }

    [Fact]
    public async Task It_is_shown_since_when_and_until_when()
    {
        await CollectedAsync();
        hub.Target.Down = Silence;
        await Worker.DeliverDueAsync(default);
        var since = hub.Clock.GetUtcNow();
        await Worker.DeliverDueAsync(default);

        Status.State.ShouldBe(TargetStates.Unreachable);
        Status.Message.ShouldBe(Silence.Message);
        Status.Circuit.ShouldBe(new(CircuitStates.Open) { Since = since, NextProbe = since.AddSeconds(5) });
    }

    [Fact]
    public async Task A_person_who_resumes_the_target_closes_it()
    {
        await CollectedAsync();
        hub.Target.Down = Silence;
        await TurnAsync(TimeSpan.FromMinutes(5));
        hub.Target.Down = null;

        (await hub.Get<IHubControl>().ResumeTargetAsync(default)).ShouldBeNull();
        Status.Circuit.State.ShouldBe(CircuitStates.Closed);
        await DeliverAsync();

        hub.Outbox.ShouldBe($"0 {Dossiers} 0 0");
    }

    [Fact]
    public async Task No_page_waits_for_it_any_more()
    {
        var changes = hub.Source("changes", owns: false);
        changes.PageSize = 1;
        for (var i = 0; i < 20; i++)
        {
            hub.Target.Put(Number(i), Make.Base(Number(i)));
            changes.Add($"c{i}", Make.Day.AddSeconds(i), Make.Change(Number(i), DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        }

        hub.Target.AfterReading = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, hub.Clock, cancellationToken);
        await hub.TurnUntilAsync(hub.CollectAsync("changes"));

        hub.Target.Calls.Reads.ShouldBeLessThanOrEqualTo(5);
        hub.Sql<long>("select count(*) from quarantine where code = 'base-unread'").ShouldBe(20);
    }

    [Fact]
    public async Task It_is_left_alone_where_the_question_is_answered_with_a_time_to_wait()
    {
        await CollectedAsync();
        hub.Target.Down = Silence;
        await Worker.DeliverDueAsync(default);
        hub.Target.Down = new Fault.Throttled(hub.Clock.GetUtcNow().AddMinutes(10), "wait");
        await Worker.DeliverDueAsync(default);
        hub.Target.Down = null;

        await TurnAsync(TimeSpan.FromMinutes(9));
        hub.Outbox.ShouldBe($"{Dossiers} 0 0 0");
        Status.HeldUntil.ShouldNotBeNull();

        await TurnAsync(TimeSpan.FromMinutes(2));
        hub.Outbox.ShouldBe($"0 {Dossiers} 0 0");
        Status.HeldUntil.ShouldBeNull();
    }

    private async Task CollectedAsync()
    {
        for (var i = 0; i < Dossiers; i++)
            Source.Add($"k{i}", Make.Day, Make.Dossier(Number(i)));
        await hub.CollectAsync();
    }

    private async Task TurnAsync(TimeSpan time)
    {
        for (var end = hub.Clock.GetUtcNow() + time; hub.Clock.GetUtcNow() < end; hub.Clock.Advance(TimeSpan.FromSeconds(1)))
            await Worker.DeliverDueAsync(default);
    }

    private async Task DeliverAsync()
    {
        for (var rounds = 0; await Worker.DeliverDueAsync(default) > 0; rounds++)
            Assert.True(rounds < 50, "Delivery does not come to rest.");
    }

    private static string Number(int i) => $"H40.13-260302-{i:D4}";

    public void Dispose() => hub.Dispose();
}
