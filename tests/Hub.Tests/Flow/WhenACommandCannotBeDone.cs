using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenACommandCannotBeDone : IDisposable
{
    private readonly TestHub hub = new();

    private IHubControl Control => hub.Get<IHubControl>();

    [Fact]
    public async Task A_connector_with_wrong_settings_is_there_and_its_settings_are_in_the_way()
    {
        hub.AddMisconfigured("alpha", new("Connectors:alpha:Secret", "is missing; set it."));
        CommandProblem?[] refusals =
        [
            (await Control.StartRunAsync("alpha", default)).Problem, (await Control.CheckAsync("alpha", default)).Problem,
            await Control.PauseAsync("alpha", "why", default), await Control.ResumeAsync("alpha", default),
        ];

        foreach (var refusal in refusals)
        {
            (refusal!.Kind, refusal.Code).ShouldBe((ProblemKind.Conflict, "connector-not-ready"));
            refusal.Detail.ShouldContain("Connectors:alpha:Secret: is missing; set it.");
        }
    }

    [Fact]
    public async Task A_connector_that_there_is_not_has_nothing_to_retry()
    {
        hub.Source();
        (await Control.RetryDeadAsync(new(Connector: "nobody"), default)).Problem!.Code.ShouldBe("connector-unknown");
        (await Control.RetryQuarantineAsync(new(Connector: "nobody"), default)).Problem!.Code.ShouldBe("connector-unknown");
    }

    [Fact]
    public async Task What_a_connector_left_that_is_no_longer_configured_is_retried()
    {
        await DeadAsync();
        await hub.PlantAsync("update outbox set connector = 'gone'");
        await hub.PlantAsync("update page_receipt set connector = 'gone'");
        await hub.PlantAsync("update connector_total set connector = 'gone'");

        (await Control.RetryDeadAsync(new(Connector: "gone"), default)).Value!.Retried.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_told_from_one_that_is_not_dead()
    {
        var row = await DeadAsync();
        (await Control.RetryDeadAsync(new(row), default)).Value!.Retried.ShouldBe(1);

        (await Control.RetryDeadAsync(new(row), default)).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        (await Control.RetryDeadAsync(new(99), default)).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    private async Task<long> DeadAsync()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier("H40.13-260302-0001"));
        hub.Target.Refuse = _ => new Fault.Rejected("1", "no");
        await hub.SyncAsync();
        return hub.Sql<long>("select id from outbox where state = 3");
    }

    public void Dispose() => hub.Dispose();
}
