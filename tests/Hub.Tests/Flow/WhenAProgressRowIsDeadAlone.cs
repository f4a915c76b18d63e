namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenAProgressRowIsDeadAlone : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private readonly TestHub hub = new();

    [Fact]
    public async Task Reconciliation_reports_it_and_does_not_call_it_on_its_way()
    {
        hub.Source().Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 1));
        await hub.SyncAsync();
        var row = hub.Target.Progress(Number)[0];
        hub.Target.DropProgress(Number, row);
        await hub.PlantAsync("update outbox set state = 3, fault = 'Rejected', message = 'no' where kind = 2");

        var found = await hub.ReconcileAsync();

        found.Differences.ShouldHaveSingleItem().Resolution.ShouldBe("reported");
    }

    public void Dispose() => hub.Dispose();
}
