using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenTheTargetIsDown : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private readonly TestHub hub = new();

    private string State => hub.Get<IEngineWatch>().Now().Target.State;

    [Fact]
    public async Task It_is_shown_as_unreachable_also_where_only_the_question_before_the_attempt_failed()
    {
        await ChangedAsync();
        hub.Target.NextReads.Enqueue(new Fault.Transient("no connection"));
        await hub.DeliverAsync();
        State.ShouldBe(TargetStates.Unreachable);

        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAsync();
        State.ShouldBe(TargetStates.Ready);
    }

    [Fact]
    public async Task One_that_answers_that_it_holds_the_dossier_already_is_up_again()
    {
        await ChangedAsync();
        hub.Target.NextReads.Enqueue(new Fault.Transient("no connection"));
        await hub.DeliverAsync();
        hub.Target.Put(Number, (await hub.PacketsAsync(Number)).Packet, version: 2);
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAsync();

        hub.Target.History.ShouldBeEmpty();
        State.ShouldBe(TargetStates.Ready);
    }

    [Fact]
    public async Task One_that_no_longer_holds_a_dossier_has_answered()
    {
        await ChangedAsync();
        hub.Target.Remove(Number);
        await hub.DeliverAsync();

        hub.Outbox.ShouldBe("1 0 0 0");
        State.ShouldBe(TargetStates.Ready);
    }

    private async Task ChangedAsync()
    {
        hub.Target.Put(Number, Make.Base(Number));
        hub.Source(owns: false).Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.CollectAsync();
    }

    public void Dispose() => hub.Dispose();
}
