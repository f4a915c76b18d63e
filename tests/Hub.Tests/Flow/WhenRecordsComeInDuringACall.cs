namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenRecordsComeInDuringACall : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private TestHub hub = new();

    [Fact]
    public async Task What_was_superseded_during_the_query_is_not_sent_and_the_staffs_edit_is_kept()
    {
        var source = await AcknowledgedChangeAsync();
        hub.Target.Edit(Number, "GhiChu", "cán bộ ghi");
        source.Add("c2", Make.Day.AddSeconds(1), Make.Change(Number, DossierStatus.PaymentRequested, TimeSpan.FromMinutes(2)));
        await hub.CollectAsync();
        hub.Target.Meanwhile = async () =>
        {
            source.Add("c3", Make.Day.AddSeconds(2), Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(3)));
            await hub.CollectAsync();
        };
        await hub.DeliverAsync();

        Member("GhiChu").ShouldBe("cán bộ ghi");
        Member("TrangThaiHoSo").ShouldBe("4");
        hub.Target.History.ShouldNotContain($"dossier {Number} 6");
    }

    [Fact]
    public async Task What_was_superseded_while_its_neighbour_was_queried_is_not_sent()
    {
        const string owned = "H40.13-260302-0001";
        var changes = await AcknowledgedChangeAsync();
        var source = hub.Source("owner");
        hub.Restart();
        source.Add("k", Make.Day, Make.Dossier(owned));
        changes.Add("c2", Make.Day.AddSeconds(1), Make.Change(Number, DossierStatus.PaymentRequested, TimeSpan.FromMinutes(2)));
        await hub.CollectAsync();
        await hub.CollectAsync("owner");
        await hub.PlantAsync("update outbox set range = 0");
        hub.Target.Meanwhile = async () =>
        {
            source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(owned, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
            await hub.CollectAsync("owner");
        };
        await hub.DeliverAsync();

        hub.Target.History.ShouldNotContain($"dossier {owned} 2");
        hub.Target.History.ShouldContain($"dossier {owned} 4");
    }

    [Fact]
    public async Task A_refusal_of_a_superseded_version_kills_no_progress()
    {
        var source = hub.Source();
        source.Add("k", Make.Day, Make.DossierWithProgress(Number, rows: 2));
        await hub.CollectAsync();
        hub.Target.NextWrites.Enqueue((new Fault.Rejected("1", "no"), false));
        hub.Target.Meanwhile = async () =>
        {
            source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, "mới", after: TimeSpan.FromMinutes(1)));
            await hub.CollectAsync();
        };
        await hub.DeliverAsync();

        hub.Outbox.ShouldBe("0 3 1 0");
        hub.Target.Progress(Number).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_that_follows_one_of_unknown_outcome_looks_first_on_a_basic_target()
    {
        hub.Dispose();
        hub = new() { Target = new(TargetProfile.Basic) };
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.SyncAsync();
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
        await hub.CollectAsync();
        hub.Target.NextWrites.Enqueue((new Fault.UnknownOutcome("time-out"), true));
        hub.Target.Meanwhile = async () =>
        {
            source.Add("k", Make.Day.AddSeconds(2), Make.Dossier(Number, DossierStatus.PaymentRequested, after: TimeSpan.FromMinutes(2)));
            await hub.CollectAsync();
        };
        await hub.DeliverAsync();

        hub.Sql<bool>("select query_first from outbox where state = 0").ShouldBeTrue();
        hub.Sql<long>("select due_at from outbox where state = 0").ShouldBeGreaterThan(hub.Clock.GetUtcNow().Micros());
    }

    [Fact]
    public async Task A_doubt_that_was_there_before_is_handed_on_too()
    {
        hub.Dispose();
        hub = new() { Target = new(TargetProfile.Basic) };
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        hub.Target.NextWrites.Enqueue((new Fault.UnknownOutcome("time-out"), true));
        await hub.SyncAsync();
        source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        hub.Target.History.Count.ShouldBe(1);   // not due before the doubt is

        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.DeliverAsync();
        hub.Outbox.ShouldBe("0 1 1 0");
        Member("TrangThaiHoSo").ShouldBe("4");
    }

    [Fact]
    public async Task A_doubt_outlives_the_process_although_the_row_was_superseded()
    {
        hub.Dispose();
        hub = new() { Target = new(TargetProfile.Basic) };
        var source = hub.Source();
        source.Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        hub.Target.Meanwhile = async () =>
        {
            source.Add("k", Make.Day.AddSeconds(1), Make.Dossier(Number, DossierStatus.InProcess, after: TimeSpan.FromMinutes(1)));
            await hub.CollectAsync();
            throw new InvalidOperationException("the process dies");
        };
        await Should.ThrowAsync<InvalidOperationException>(hub.DeliverAsync);
        await hub.PlantAsync("update outbox set query_first = false");
        await hub.PlantAsync("update attempt set ended_at = null, outcome = null");   // as if nobody could have written it down
        hub.Restart();

        hub.Sql<bool>("select query_first from outbox where state = 0").ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_that_breaks_leaves_its_rows_to_be_queried_first()
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        await hub.CollectAsync();
        hub.Target.Meanwhile = () => throw new InvalidOperationException("a bug");
        await Should.ThrowAsync<InvalidOperationException>(hub.DeliverAsync);

        hub.Sql<bool>("select query_first from outbox where state = 0").ShouldBeTrue();
        hub.Sql<string>("select outcome from attempt").ShouldBe("abandoned");
        await hub.DeliverAsync();
        hub.Outbox.ShouldBe("0 1 0 0");
        hub.Target.History.Count.ShouldBe(1);
    }

    private async Task<FakeSource> AcknowledgedChangeAsync()
    {
        hub.Target.Put(Number, Make.Base(Number));
        var source = hub.Source(owns: false);
        source.Add("c1", Make.Day, Make.Change(Number, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();
        return source;
    }

    private string Member(string name) => hub.Target.Packet(Number)![name]!.GetValue<string>();

    public void Dispose() => hub.Dispose();
}
