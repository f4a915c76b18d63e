using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>A ledger belongs to the first system and environment that it meets.</summary>
public sealed class WhenTheTargetIsAnotherOne : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private const string Other = "H40.13-260302-0002";
    private readonly TestHub hub = new();

    [Fact]
    public async Task Nothing_is_sent_and_the_server_is_not_ready()
    {
        await BoundAsync();
        hub.Target.System = "another";
        hub.Source("beta").Add("k", Make.Day, Make.Dossier(Other));
        hub.Restart();
        await hub.CollectAsync("beta");

        (await hub.Worker<DeliverWorker>().DeliverDueAsync(default)).ShouldBe(0);

        hub.Target.Numbers.ShouldBe([Number]);
        hub.Get<DeliveryGate>().Shut.ShouldNotBeNull().ShouldContain("'test/test'");
        (await hub.Get<IReadiness>().WhyNotAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_noticed_at_the_start_although_nothing_is_due()
    {
        await BoundAsync();
        hub.Target.System = "another";
        hub.Restart();
        (await hub.Get<IReadiness>().WhyNotAsync()).ShouldBeNull();

        await GreetAsync();

        (await hub.Get<IReadiness>().WhyNotAsync()).ShouldNotBeNull();
        hub.Get<IEngineWatch>().Now().Target.State.ShouldBe(TargetStates.Mismatch);
    }

    [Fact]
    public async Task One_that_is_down_at_the_start_is_asked_again_until_it_has_answered()
    {
        await BoundAsync();
        hub.Target.System = "another";
        hub.Target.SignIn = new Fault.Transient("down");
        hub.Restart();
        using var greeting = hub.Worker<TargetGreeting>();
        await greeting.StartAsync(default);
        await hub.TurnUntilAsync(() => hub.Target.SignIns > 2);
        hub.Get<DeliveryGate>().Mismatch.ShouldBeFalse();

        hub.Target.SignIn = null;
        await hub.TurnUntilAsync(greeting.ExecuteTask!);

        hub.Get<DeliveryGate>().Mismatch.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reconciliation_ends_with_a_fault_and_takes_nothing_for_missing()
    {
        await BoundAsync();
        hub.Target.System = "another";
        hub.Target.Remove(Number);
        hub.Restart();

        var reconciled = await hub.ReconcileAsync();

        reconciled.Totals.Fault.ShouldBeOfType<Fault.Drift>();
        reconciled.Differences.ShouldBeEmpty();
        hub.Outbox.ShouldBe("0 1 0 0");
        hub.Sql<string>("select state || ' ' || fault from reconciliation").ShouldBe("failed Drift");
    }

    [Fact]
    public async Task Its_dossiers_are_no_bases()
    {
        hub.Source("changes", owns: false).Add("c", Make.Day, Make.Change(Other, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await BoundAsync();
        hub.Target.System = "another";
        hub.Target.Put(Other, Make.Base(Other));
        hub.Restart();

        await hub.CollectAsync("changes");

        hub.Sql<string>("select code from quarantine").ShouldBe("base-unread");
        hub.Sql<long>($"select count(*) from dossier where number = '{Other}'").ShouldBe(0);
    }

    [Fact]
    public async Task A_basic_one_binds_nothing_and_may_become_extended()
    {
        hub.Target.Profile = TargetProfile.Basic;
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        var worker = hub.Worker<DeliverWorker>();
        (await worker.DeliverDueAsync(default)).ShouldBe(1);
        (await hub.Get<IBindingStore>().BoundAsync(default)).ShouldBeNull();

        hub.Target.Profile = TargetProfile.Extended;

        (await hub.Get<TargetBinding>().AskAsync(default)).Fault.ShouldBeNull();
        (await hub.Get<IBindingStore>().BoundAsync(default)).ShouldBe("test/test");
    }

    [Fact]
    public async Task An_extended_one_does_not_fall_back_to_basic()
    {
        await BoundAsync();
        hub.Target.Profile = TargetProfile.Basic;

        (await hub.Get<TargetBinding>().AskAsync(default)).Fault.ShouldBeOfType<Fault.Drift>();
        hub.Restart();
        (await hub.Get<TargetBinding>().AskAsync(default)).Fault.ShouldBeOfType<Fault.Drift>();
    }

    private async Task BoundAsync()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        (await hub.Worker<DeliverWorker>().DeliverDueAsync(default)).ShouldBe(1);
    }

    private async Task GreetAsync()
    {
        using var greeting = hub.Worker<TargetGreeting>();
        await greeting.StartAsync(default);
        await hub.TurnUntilAsync(greeting.ExecuteTask!);
    }

    public void Dispose() => hub.Dispose();
}
