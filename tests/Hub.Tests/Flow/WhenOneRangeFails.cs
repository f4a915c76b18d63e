using IntegrationHub.Hub.Deliver;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenOneRangeFails : IDisposable
{
    private const int Dossiers = 40;
    private readonly TestHub hub = new();

    [Fact]
    public async Task The_others_go_on_and_it_is_tried_again_after_a_moment()
    {
        var source = hub.Source();
        for (var i = 0; i < Dossiers; i++)
            source.Add($"k{i}", Make.Day, Make.Dossier(Number(i)));
        await hub.CollectAsync();
        hub.Target.Refuse = item => item.Number == Number(0) ? throw new InvalidOperationException("a bug") : null;
        var worker = hub.Worker<DeliverWorker>();
        var failing = hub.Sql<long>($"select range from outbox where number = '{Number(0)}'");

        (await worker.DeliverDueAsync(default)).ShouldBe(hub.Sql<int>($"select count(distinct range) from outbox where range <> {failing}"));
        hub.Target.History.Clear();
        (await worker.DeliverDueAsync(default)).ShouldBe(0);
        hub.Target.History.ShouldBeEmpty();   // it rests

        hub.Target.Refuse = _ => null;
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        (await worker.DeliverDueAsync(default)).ShouldBe(1);
        hub.Target.Numbers.Count().ShouldBe(Dossiers);
    }

    private static string Number(int i) => $"H40.13-260302-{i:D4}";

    public void Dispose() => hub.Dispose();
}
