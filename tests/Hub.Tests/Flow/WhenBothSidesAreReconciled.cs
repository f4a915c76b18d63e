namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenBothSidesAreReconciled : IDisposable
{
    private TestHub hub = new();

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task Equal_sides_show_no_difference(TargetProfile profile)
    {
        await FilledAsync(profile);
        var result = await hub.ReconcileAsync();

        result.Differences.ShouldBeEmpty();
        result.Totals.Ledger.ShouldBe(40);
        result.Totals.Calls.ShouldBe(profile is TargetProfile.Extended ? 1 : 40);
    }

    [Theory]
    [InlineData(TargetProfile.Extended)]
    [InlineData(TargetProfile.Basic)]
    public async Task Every_kind_of_difference_is_named_and_repaired(TargetProfile profile)
    {
        await FilledAsync(profile);
        hub.Target.Remove("H40.13-260302-0001");
        hub.Target.Edit("H40.13-260302-0002", "TrangThaiHoSo", "5");
        hub.Target.Edit("H40.13-260302-0003", "GhiChu", "khác");
        hub.Target.Edit("H40.13-260302-0004", "NgayHenTra", "20260401000000");

        var found = await hub.ReconcileAsync();
        await hub.DeliverAsync();
        var after = await hub.ReconcileAsync();

        var newer = profile is TargetProfile.Extended;
        found.Differences.Select(d => d.Kind).ShouldBe(
        [
            "missing-in-target",
            newer ? "version-newer-at-target" : "status-differs",
            newer ? "version-newer-at-target" : "field-differs",
            newer ? "version-newer-at-target" : "date-differs",
        ]);
        found.Differences.Single(d => d.Number.EndsWith("0003", StringComparison.Ordinal)).Members.ShouldBe("GhiChu");
        after.Differences.ShouldBeEmpty();
        hub.Sql<long>("select count(*) from difference where resolution = 'repair-queued'").ShouldBe(4);
        hub.Sql<long>("select sum(accepted) from page_receipt").ShouldBe(hub.Sql<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task A_lost_progress_row_is_sent_again()
    {
        await FilledAsync(TargetProfile.Extended);
        var number = "H40.13-260302-0005";
        var packet = hub.Target.Packet(number)!.ToJsonString();
        var version = hub.Target.Version(number);
        hub.Target.Remove(number);
        hub.Target.Put(number, packet, version, byHub: true);

        (await hub.ReconcileAsync()).Differences.Single().Kind.ShouldBe("progress-differs");
        await hub.DeliverAsync();

        hub.Target.Progress(number).Count.ShouldBe(1);
        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_still_on_its_way_is_no_difference()
    {
        await FilledAsync(TargetProfile.Extended);
        hub.Target.Remove("H40.13-260302-0001");
        await hub.ReconcileAsync();
        (await hub.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_the_target_has_is_reported_and_left_alone()
    {
        await FilledAsync(TargetProfile.Extended);
        hub.Target.Put("H40.13-999999-0001", Make.Base("H40.13-999999-0001"), byHub: true);

        (await hub.ReconcileAsync()).Differences.Single().Kind.ShouldBe("only-at-target");
        await hub.DeliverAsync();
        hub.Target.Numbers.ShouldContain("H40.13-999999-0001");
    }

    private async Task FilledAsync(TargetProfile profile)
    {
        hub.Dispose();
        hub = new() { Target = new(profile) };
        var source = hub.Source();
        for (var i = 0; i < 40; i++)
            source.Add($"k{i}", Make.Day.AddSeconds(i), Make.DossierWithProgress($"H40.13-260302-{i:D4}", rows: 1));
        await hub.SyncAsync();
    }

    public void Dispose() => hub.Dispose();
}
