using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenTheTargetRefusesUs : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private readonly TestHub hub = new();

    [Fact]
    public async Task It_is_not_signed_in_at_again_until_a_person_resumes_it()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        hub.Target.SignIn = new Fault.AuthRefused("wrong password");
        var worker = hub.Worker<DeliverWorker>();

        (await worker.DeliverDueAsync(default)).ShouldBe(0);
        hub.Target.SignIn = null;   // mended at its side
        (await worker.DeliverDueAsync(default)).ShouldBe(0);
        hub.Target.SignIns.ShouldBe(1);
        hub.Get<IEngineWatch>().Now().Target.State.ShouldBe(TargetStates.Refused);

        (await hub.Get<IHubControl>().ResumeTargetAsync(default)).ShouldBeNull();
        (await worker.DeliverDueAsync(default)).ShouldBe(1);
        hub.Get<IEngineWatch>().Now().Target.State.ShouldBe(TargetStates.Ready);
    }

    [Fact]
    public async Task Resuming_it_before_that_is_mended_says_why_and_stays_shut()
    {
        hub.Source();
        hub.Target.SignIn = new Fault.AuthRefused("wrong password");

        var problem = await hub.Get<IHubControl>().ResumeTargetAsync(default);

        problem!.Code.ShouldBe("target-not-resumed");
        $"{problem.Detail} {problem.Action}".ShouldBe("wrong password Delivery stays stopped until then.");
        hub.Get<DeliveryGate>().Open.ShouldBeFalse();
    }

    [Fact]
    public async Task Resuming_one_that_is_down_leaves_delivery_to_go_on_by_itself()
    {
        hub.Source();
        hub.Target.SignIn = new Fault.Transient("down");

        (await hub.Get<IHubControl>().ResumeTargetAsync(default)).ShouldBeNull();

        hub.Get<DeliveryGate>().Open.ShouldBeTrue();
        hub.Get<IEngineWatch>().Now().Target.State.ShouldBe(TargetStates.Unreachable);
    }

    [Fact]
    public async Task Retrying_dead_rows_signs_in_again_too()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        hub.Target.Refuse = _ => new Fault.Rejected("1", "no");
        await hub.SyncAsync();
        hub.Target.Refuse = _ => null;
        hub.Target.SignIn = new Fault.AuthRefused("wrong password");
        (await hub.Get<TargetBinding>().AskAsync(default)).Fault.ShouldNotBeNull();
        hub.Target.SignIn = null;

        (await hub.Get<IHubControl>().RetryDeadAsync(new(Fault: "Rejected"), default)).Value!.Retried.ShouldBe(1);

        (await hub.Worker<DeliverWorker>().DeliverDueAsync(default)).ShouldBe(1);
        hub.Outbox.ShouldBe("0 1 0 0");
    }

    [Fact]
    public async Task Retrying_dead_rows_of_which_there_are_none_signs_in_nowhere()
    {
        hub.Source();
        hub.Target.SignIn = new Fault.AuthRefused("wrong password");
        (await hub.Get<TargetBinding>().AskAsync(default)).Fault.ShouldNotBeNull();

        (await hub.Get<IHubControl>().RetryDeadAsync(new(Fault: "Rejected"), default)).Value!.Matched.ShouldBe(0);

        hub.Get<DeliveryGate>().Open.ShouldBeFalse();
    }

    public void Dispose() => hub.Dispose();
}
