using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenARowHasDied : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private readonly TestHub hub = new();

    [Fact]
    public async Task A_row_that_is_retried_begins_anew_and_shows_nothing_of_before()
    {
        hub.Source().Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 1));
        for (var i = 0; i < 4; i++)
            hub.Target.NextWrites.Enqueue((new Fault.Transient("503"), false));
        hub.Target.Refuse = _ => new Fault.Rejected("1", "no");
        await hub.CollectAsync();
        for (var i = 0; i < 5; i++)
        {
            await hub.DeliverAsync();
            hub.Clock.Advance(TimeSpan.FromDays(1));
        }

        hub.Outbox.ShouldBe("0 0 0 2");
        await RetryAsync();

        hub.Sql<long>("select count(*) from outbox where state = 0 and attempts = 0 and fault is null and message is null").ShouldBe(2);
    }

    [Fact]
    public async Task A_row_that_is_retried_waits_as_one_that_fails_for_the_first_time()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        await hub.PlantAsync("update outbox set attempts = 8, state = 3, settled_at = 0, fault = 'Rejected', message = 'no'");
        await RetryAsync();
        hub.Target.NextWrites.Enqueue((new Fault.Transient("503"), false));
        await hub.DeliverAsync();

        ((hub.Sql<long>("select due_at from outbox") - hub.Clock.GetUtcNow().Micros()) / 1e6).ShouldBeInRange(5, 6);
    }

    private async Task RetryAsync() => (await hub.Get<IHubControl>().RetryDeadAsync(new(), default)).Problem.ShouldBeNull();

    public void Dispose() => hub.Dispose();
}
