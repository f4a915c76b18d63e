using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenASourceAsksToWait : IDisposable
{
    private readonly TestHub hub = new();

    [Theory]
    [InlineData("schedule")]
    [InlineData("callback")]
    public async Task Nothing_that_runs_by_itself_asks_it_before(string trigger)
    {
        await ThrottledAsync(TimeSpan.FromMinutes(10));
        hub.Clock.Advance(TimeSpan.FromMinutes(9));
        (await BeginAsync(trigger)).ShouldBeNull();

        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await BeginAsync(trigger)).ShouldNotBeNull().Done;
        hub.Receipts.ShouldBe("1 0 0 0 1");
    }

    [Fact]
    public async Task A_person_may_ask_it_all_the_same_and_an_answer_ends_the_wait()
    {
        await ThrottledAsync(TimeSpan.FromMinutes(10));
        (await hub.Get<IHubControl>().StartRunAsync("alpha", default)).Problem.ShouldBeNull();
        await hub.TurnUntilAsync(() => hub.Get<Collector>().Running.Count == 0);

        await (await BeginAsync("schedule")).ShouldNotBeNull().Done;
    }

    [Fact]
    public async Task Another_source_is_not_kept_waiting_with_it()
    {
        hub.Source("beta");
        await ThrottledAsync(TimeSpan.FromMinutes(10));

        await (await BeginAsync("schedule", "beta")).ShouldNotBeNull().Done;
    }

    private async Task ThrottledAsync(TimeSpan wait)
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier("H40.13-260302-0001"));
        source.NextReads.Enqueue(new Fault.Throttled(hub.Clock.GetUtcNow() + wait, "429"));
        (await hub.CollectAsync()).ShouldBeOfType<Fault.Throttled>();
    }

    private Task<Started?> BeginAsync(string trigger, string id = "alpha") =>
        hub.Get<Collector>().TryBeginAsync(hub.Get<Sources>().Find(id)!, trigger, default);

    public void Dispose() => hub.Dispose();
}
