using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenASourceRefusesUs : IDisposable
{
    private readonly TestHub hub = new();

    [Fact]
    public async Task It_is_paused_until_a_person_resumes_it()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier("H40.13-260302-0001"));
        source.NextReads.Enqueue(new Fault.AuthRefused("wrong password"));

        (await hub.CollectAsync()).ShouldBeOfType<Fault.AuthRefused>();
        hub.Sql<string>("select paused_reason from stream").ShouldBe("wrong password");
        (await BeginAsync()).ShouldBeNull();

        (await hub.Get<IHubControl>().ResumeAsync("alpha", default)).ShouldBeNull();
        (await hub.CollectAsync()).ShouldBeNull();
        hub.Receipts.ShouldBe("1 0 0 0 1");
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Another_fault_leaves_it_to_its_schedule(Fault fault)
    {
        hub.Source().NextReads.Enqueue(fault);

        (await hub.CollectAsync()).ShouldBe(fault);

        hub.Sql<string>("select state || ' ' || fault from run").ShouldBe($"failed {fault.Name}");
        (await hub.CollectAsync()).ShouldBeNull();
        hub.Sql<long>("select failures from stream").ShouldBe(0);
    }

    public static TheoryData<Fault> Passing =>
        [new Fault.Transient("down"), new Fault.Drift("a column is gone"), new Fault.AuthExpired("again")];

    [Fact]
    public async Task Only_one_run_of_it_is_under_way()
    {
        var wait = new TaskCompletionSource();
        hub.Source().AfterReading = _ => wait.Task;
        var first = (await BeginAsync()).ShouldNotBeNull();

        (await BeginAsync()).ShouldBeNull();
        hub.Get<Collector>().Running.ShouldBe(["alpha"]);
        wait.SetResult();
        await first.Done;

        (await BeginAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_exception_fails_its_run_and_the_next_one_begins()
    {
        var source = hub.Source();
        source.AfterReading = _ => throw new InvalidOperationException("a bug");

        (await hub.CollectAsync()).ShouldBeOfType<Fault.Transient>().Message.ShouldContain("InvalidOperationException");

        source.AfterReading = _ => Task.CompletedTask;
        (await hub.CollectAsync()).ShouldBeNull();
        hub.Sql<string>("select string_agg(state, ' ' order by id) from run").ShouldBe("failed completed");
    }

    private Task<Started?> BeginAsync() => hub.Get<Collector>().TryBeginAsync(hub.Get<Sources>().Find("alpha")!, "test", default);

    public void Dispose() => hub.Dispose();
}
