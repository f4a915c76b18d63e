namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenAnAnswerIsLost : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private static readonly Fault Lost = new Fault.UnknownOutcome("time-out");
    private TestHub hub = new();

    [Fact]
    public async Task Our_own_write_is_known_again_however_often_we_have_written_before()
    {
        var source = Changes();
        for (var minute = 1; minute <= 5; minute++)
            await ChangeAsync(source, minute, minute % 2 == 0 ? DossierStatus.InProcess : DossierStatus.SupplementRequested);

        hub.Target.NextWrites.Enqueue((Lost, true));
        await ChangeAsync(source, 6, DossierStatus.PaymentRequested);   // it takes effect, its answer is lost
        hub.Target.NextWrites.Enqueue((new Fault.Transient("503"), false));
        await ChangeAsync(source, 7, DossierStatus.Processed);          // its call has no effect
        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.DeliverAsync();

        Member("TrangThaiHoSo").ShouldBe("9");
        hub.Sql<long>("select count(*) from dossier_event where kind = 'edit'").ShouldBe(0);
    }

    [Fact]
    public async Task A_first_write_that_took_effect_counts_as_ours_in_the_digests_of_both_sides()
    {
        var source = Changes();
        hub.Target.NextWrites.Enqueue((Lost, true));
        await ChangeAsync(source, 1, DossierStatus.InProcess);
        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.DeliverAsync();

        var result = await hub.ReconcileAsync();
        result.Totals.Ledger.ShouldBe(1);
        result.Totals.Compared.ShouldBe(0);   // the digests agree, so nothing is asked for one by one
    }

    [Fact]
    public async Task A_dossier_that_the_staff_brought_to_the_same_state_is_not_taken_for_ours()
    {
        var source = Changes();
        source.Add("c", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.CollectAsync();
        hub.Target.Edit(Number, "TrangThaiHoSo", "4");
        await hub.DeliverAsync();

        hub.Target.History.ShouldBeEmpty();
        (await hub.ReconcileAsync()).Totals.Ledger.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_kept_of_packets_sent_does_not_grow_with_every_write()
    {
        var source = Changes();
        for (var minute = 1; minute <= 20; minute++)
            await ChangeAsync(source, minute, minute % 2 == 0 ? DossierStatus.InProcess : DossierStatus.SupplementRequested);

        var sent = (await hub.PacketsAsync(Number)).Sent;
        sent.Count.ShouldBe(8);
        sent.Count(one => one.Packet is not null).ShouldBe(1);
    }

    private FakeSource Changes()
    {
        hub.Target.Put(Number, Make.Base(Number));
        return hub.Source(owns: false);
    }

    private async Task ChangeAsync(FakeSource source, int minute, DossierStatus status)
    {
        source.Add($"c{minute}", Make.Day.AddSeconds(minute), Make.Change(Number, status, TimeSpan.FromMinutes(minute)));
        await hub.SyncAsync();
    }

    private string Member(string name) => hub.Target.Packet(Number)![name]!.GetValue<string>();

    public void Dispose() => hub.Dispose();
}
