using CsCheck;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store;

public sealed class FoldTests
{
    private static readonly Gen<FoldEvent> Event =
        from time in Gen.Long[0, 6]
        from status in Gen.Int[1, 10]
        from note in Gen.Int[0, 3]
        from unless in Gen.Int[0, 10].Array[0, 2]
        from member in Gen.Bool
        let members = member ? $$"""{"TrangThaiHoSo":"{{status}}"}""" : $$"""{"GhiChu":"{{note}}"}"""
        select new FoldEvent(0, time, 0, members, unless, Whole: false, new Guard(EveryStep: false));

    [Fact]
    public void The_order_of_arrival_does_not_matter_for_events_of_different_times() =>
        (from events in Event.Array[1, 7] from seed in Gen.Int select (Events: events.DistinctBy(e => e.Time).ToArray(), Seed: seed)).Sample(sample =>
        {
            var shuffled = sample.Events.ToArray();
            new Random(sample.Seed).Shuffle(shuffled);
            var one = Fold.Apply("""{"TrangThaiHoSo":"2"}""", sample.Events.Select((e, i) => e with { Arrival = i + 1 }));
            var other = Fold.Apply("""{"TrangThaiHoSo":"2"}""", shuffled.Select((e, i) => e with { Arrival = i + 1 }));
            return one.Packet.ToJsonString() == other.Packet.ToJsonString() && one.Refused.Count == other.Refused.Count;
        });

    [Fact]
    public void A_final_status_is_never_left() =>
        Event.Array[1, 10].Sample(events =>
        {
            var folded = Fold.Apply("""{"TrangThaiHoSo":"10"}""", events.Select((e, i) => e with { Arrival = i + 1 }));
            return Fold.StatusOf(folded.Packet) == 10;
        });

    [Fact]
    public void At_an_equal_time_the_later_arrival_wins()
    {
        var folded = Fold.Apply(null, [new(1, 5, 2, """{"GhiChu":"hai"}""", [], false, null), new(2, 5, 1, """{"GhiChu":"một"}""", [], false, null)]);
        folded.Packet["GhiChu"]!.GetValue<string>().ShouldBe("hai");
    }
}
