using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenProgressWaits : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private readonly TestHub hub = new();

    [Fact]
    public async Task Progress_of_a_dossier_that_the_target_lost_waits_until_the_dossier_is_there_again()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.SyncAsync();
        hub.Target.Remove(Number);
        source.Add("p", Make.Day.AddSeconds(1), Make.Progress(Number, 1));
        await hub.SyncAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAsync();

        hub.Target.Progress(Number).Count.ShouldBe(1);
        hub.Target.History[^2..].ShouldBe([$"dossier {Number} 2", $"progress {Number}"]);
        hub.Sql<long>("select count(*) from page_receipt where origin = 'repair'").ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_of_a_lost_dossiers_progress_comes_after_what_was_there_before()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 2));
        await hub.SyncAsync();
        hub.Target.Remove(Number);
        source.Add("p", Make.Day.AddSeconds(1), Make.Progress(Number, 2));
        await hub.SyncAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAsync();

        Steps().ShouldBe(["Bước 0", "Bước 1", "Bước 2"]);
    }

    [Fact]
    public async Task A_progress_row_never_overtakes_one_that_waits()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.SyncAsync();
        hub.Target.NextWrites.Enqueue((new Fault.Transient("503"), false));
        source.Add("p1", Make.Day.AddSeconds(1), Make.Progress(Number, 1));
        await hub.SyncAsync();
        source.Add("p2", Make.Day.AddSeconds(2), Make.Progress(Number, 2));
        await hub.SyncAsync();
        hub.Target.Progress(Number).ShouldBeEmpty();

        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAsync();
        Steps().ShouldBe(["Bước 1", "Bước 2"]);
    }

    [Fact]
    public async Task A_progress_row_that_is_retried_does_not_overtake_one_that_waits()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.SyncAsync();
        hub.Target.NextWrites.Enqueue((new Fault.Transient("503"), false));
        source.Add("p1", Make.Day.AddSeconds(1), Make.Progress(Number, 1));
        source.Add("p2", Make.Day.AddSeconds(2), Make.Progress(Number, 2));
        await hub.SyncAsync();
        await hub.PlantAsync("update outbox set state = 3, fault = 'Rejected' where id = (select max(id) from outbox)");
        await hub.Get<OperatorStore>().ReviveAsync(new(), default);
        await hub.Get<DeliverFlow>().DeliverAsync(
            new(hub.Sql<int>("select range from outbox limit 1")), (await hub.Target.CapabilitiesAsync(default)).Value!, default);

        hub.Target.Progress(Number).ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_that_waited_for_its_dossier_alone_goes_with_it()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 1));
        hub.Target.NextWrites.Enqueue((new Fault.Transient("503"), false));
        await hub.SyncAsync();
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.PaymentRequested, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();

        hub.Outbox.ShouldBe("0 2 1 0");
    }

    [Fact]
    public async Task Progress_of_a_dossier_whose_newest_version_is_dead_dies_with_it_and_repairs_nothing()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.SyncAsync();
        hub.Target.Refuse = _ => new Fault.Rejected("1", "no");
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Target.Remove(Number);
        source.Add("p", Make.Day.AddSeconds(2), Make.Progress(Number, 1));
        await hub.SyncAsync();

        hub.Outbox.ShouldBe("0 1 0 2");
        hub.Sql<long>("select count(*) from page_receipt where origin = 'repair'").ShouldBe(0);
    }

    private IEnumerable<string> Steps() =>
        hub.Target.Progress(Number).Select(row => row[row.IndexOf("Bước", StringComparison.Ordinal)..][..6]);

    public void Dispose() => hub.Dispose();
}
