using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>A target that stumbles over many dossiers, while others arrive, is not called ever more often for them.</summary>
public sealed class WhenManyRowsFailAgain : IDisposable
{
    private const int Failing = 300;
    private readonly HashSet<string> stumbles = [];
    private TestHub hub = new();
    private FakeSource? source;
    private DeliverWorker? worker;
    private int arrived;

    private FakeSource Source => source ??= hub.Source();

    private DeliverWorker Worker => worker ??= hub.Worker<DeliverWorker>();

    private RetryStatus Retries => hub.Get<IEngineWatch>().Now().Target.Retries;

    [Fact]
    public async Task Retries_are_a_tenth_of_a_minutes_rows_and_a_few()
    {
        await FailOnceAsync();

        for (var minute = 0; minute < 5; minute++)
        {
            hub.Target.History.Clear();
            await TurnAsync(TimeSpan.FromMinutes(1), arriving: 5);
            var again = hub.Target.History.Count(call => stumbles.Contains(call.Split(' ')[1]));
            again.ShouldBeInRange(minute == 0 ? 60 : 0, Failing / 2);   // without a budget all of them, in the first minute and the next
        }
    }

    [Fact]
    public async Task What_waits_for_that_keeps_its_attempts_and_its_time()
    {
        await FailOnceAsync();
        await hub.PlantAsync("update outbox set attempts = 4 where state = 0");
        hub.Clock.Advance(TimeSpan.FromSeconds(10));
        var due = hub.Sql<long>("select sum(due_at) from outbox where state = 0");
        UseUp();

        await TurnAsync(TimeSpan.FromSeconds(20), arriving: 0);

        hub.Sql<string>("select min(attempts) || ' ' || max(attempts) from outbox where state = 0").ShouldBe("4 4");
        hub.Sql<long>("select sum(due_at) from outbox where state = 0").ShouldBe(due);
        hub.Outbox.ShouldBe($"{Failing} {arrived} 0 0");
    }

    [Fact]
    public async Task Each_has_its_turn()
    {
        await FailOnceAsync();

        await TurnAsync(TimeSpan.FromMinutes(12), arriving: 0);

        hub.Sql<long>("select count(*) from outbox where state = 0 and attempts = 1").ShouldBe(0);
    }

    [Fact]
    public async Task All_of_them_go_at_once_when_they_are_taken_again()
    {
        await FailOnceAsync();
        await TurnAsync(TimeSpan.FromMinutes(1), arriving: 1);
        stumbles.Clear();
        hub.Clock.Advance(TimeSpan.FromMinutes(10));

        await Worker.DeliverDueAsync(default);

        hub.Outbox.ShouldBe($"0 {Failing + arrived} 0 0");
    }

    // A basic target takes few rows at a time, and the oldest come first.
    [Fact]
    public async Task They_do_not_stand_in_the_way_of_others()
    {
        hub.Dispose();
        hub = new() { Target = new FakeTarget(TargetProfile.Basic) };
        await FailOnceAsync();
        await hub.PlantAsync("update outbox set range = 5, attempts = 3, due_at = 0");
        UseUp();
        await ArriveAsync(100);
        await hub.PlantAsync("update outbox set range = 5");

        for (var round = 0; round < 20; round++)
            await Worker.DeliverDueAsync(default);

        hub.Outbox.ShouldBe($"{Failing} {arrived} 0 0");
    }

    [Fact]
    public async Task The_progress_of_a_dossier_keeps_its_order()
    {
        Source.Add("k", Make.Day, Make.DossierWithProgress(Number(0), rows: 3));
        await hub.CollectAsync();
        await hub.PlantAsync("update outbox set attempts = 1, due_at = 0 where kind = 2 and id = (select min(id) from outbox where kind = 2)");
        UseUp();

        await Worker.DeliverDueAsync(default);
        hub.Outbox.ShouldBe("3 1 0 0");
    }

    [Fact]
    public async Task How_many_they_are_is_shown_and_forgotten_when_a_person_resumes_the_target()
    {
        await FailOnceAsync();
        Retries.ShouldBe(new(0, 60 + (Failing / 10)));
        await TurnAsync(TimeSpan.FromSeconds(15), arriving: 0);
        Retries.Used.ShouldBeInRange(60, Retries.Allowed);

        (await hub.Get<IHubControl>().ResumeTargetAsync(default)).ShouldBeNull();

        Retries.ShouldBe(new(0, 60));
    }

    [Fact]
    public async Task After_a_minute_nothing_of_it_counts()
    {
        await FailOnceAsync();
        await TurnAsync(TimeSpan.FromSeconds(15), arriving: 0);

        hub.Clock.Advance(TimeSpan.FromMinutes(1));

        Retries.ShouldBe(new(0, 60));
    }

    private async Task FailOnceAsync()
    {
        for (var i = 0; i < Failing; i++)
            stumbles.Add(Number(i));
        hub.Target.Refuse = item => stumbles.Contains(item.Number) ? new Fault.Drift("an answer that nobody can read") : null;
        foreach (var number in stumbles)
            Source.Add(number, Make.Day, Make.Dossier(number));
        Source.PageSize = 1000;
        await hub.CollectAsync();
        await hub.DeliverAsync();
    }

    private async Task ArriveAsync(int dossiers)
    {
        for (var i = 0; i < dossiers; i++)
        {
            var number = Number(10_000 + arrived++);
            Source.Add(number, Make.Day.AddSeconds(arrived), Make.Dossier(number));
        }

        if (dossiers > 0)
            await hub.CollectAsync();
    }

    private async Task TurnAsync(TimeSpan time, int arriving)
    {
        for (var end = hub.Clock.GetUtcNow() + time; hub.Clock.GetUtcNow() < end; hub.Clock.Advance(TimeSpan.FromSeconds(5)))
        {
            await ArriveAsync(arriving);
            await Worker.DeliverDueAsync(default);
        }
    }

    /// <summary>As if so many were under way elsewhere, and for ever.</summary>
    private void UseUp()
    {
        var rows = Enumerable.Range(0, 1000)
            .Select(i => new PendingProgress { Id = i, Number = $"{i}", Attempts = 1, Row = "{}", Hash = default })
            .ToList();
        while (hub.Get<RetryBudget>().Admit(rows).Rows.Count > 0)
        {
            // What it lets go adds to the rows of which it is a tenth.
        }
    }

    private static string Number(int i) => $"H40.13-260302-{i:D5}";

    public void Dispose() => hub.Dispose();
}
