using System.Text.Json.Nodes;
using IntegrationHub.Sim.Sources.Facts;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class CallbackTests
{
    [Fact]
    public async Task All_events_of_a_wave_reach_the_hub_some_twice_byte_for_byte_and_none_in_order()
    {
        await using var hub = await FakeHub.StartAsync();
        await using var sources = await RunningSources.StartAsync(3000);
        var answer = await sources.PushToAsync(hub);

        var (distinct, events) = (hub.Received.Distinct().Count(), Land(3000).Sum(facts => facts.Events.Count(what => what.Wave == 0)));
        distinct.ShouldBe(events);
        (hub.Received.Count - distinct).ShouldBeInRange(events / 20, events / 6);
        ((int)answer["pushed"]!, (int)answer["acknowledged"]!, (int)answer["pending"]!).ShouldBe((hub.Received.Count, hub.Received.Count, 0));
        OutOfOrder(hub).ShouldBeGreaterThan(200);
        hub.Received.ShouldAllBe(call => (string)JsonNode.Parse(call.Body, null, default)!["SecurityCode"]! == RunningSources.Secret);
    }

    [Fact]
    public async Task A_hub_that_cannot_store_is_asked_again_until_it_can()
    {
        await using var hub = await FakeHub.StartAsync(call => call % 5 == 0 ? 503 : 200);
        await using var sources = await RunningSources.StartAsync(300);
        var pending = (int)(await sources.GetAsync("/sim/status"))["callbacksPending"]!;
        var answer = await sources.PushToAsync(hub);

        ((int)answer["acknowledged"]!).ShouldBe(pending);
        hub.Received.Count.ShouldBe(pending);
        hub.Calls.ShouldBeGreaterThan(pending);
    }

    [Fact]
    public async Task A_callback_that_the_hub_refuses_for_good_is_not_sent_again()
    {
        await using var hub = await FakeHub.StartAsync(call => call <= 10 ? 400 : 200);
        await using var sources = await RunningSources.StartAsync(300);
        var answer = await sources.PushToAsync(hub);

        ((int)answer["refused"]!, (int)answer["pending"]!).ShouldBe((10, 0));
        var again = await sources.PushToAsync(hub);
        ((int)again["pushed"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_hub_that_stays_away_ends_the_push_and_everything_stays_queued()
    {
        await using var hub = await FakeHub.StartAsync(_ => 503);
        await using var sources = await RunningSources.StartAsync(300, giveUpAfter: TimeSpan.FromMilliseconds(200));
        var pending = (int)(await sources.GetAsync("/sim/status"))["callbacksPending"]!;
        var answer = await sources.PushToAsync(hub);

        ((int)answer["acknowledged"]!, (int)answer["pending"]!).ShouldBe((0, pending));
    }

    [Fact]
    public async Task Each_wave_queues_its_own_events()
    {
        await using var hub = await FakeHub.StartAsync();
        await using var sources = await RunningSources.StartAsync(3000);
        await sources.PushToAsync(hub);
        for (var wave = 1; wave <= 3; wave++)
        {
            await sources.AdvanceAsync();
            await sources.PushToAsync(hub);
            hub.Received.Distinct().Count().ShouldBe(Land(3000).Sum(facts => facts.Events.Count(what => what.Wave <= wave)));
        }
    }

    private static IEnumerable<LandFacts> Land(int dossiers)
    {
        var census = new Census(dossiers, 7);
        return Enumerable.Range(census.FirstLand, census.Land).Select(index => LandFacts.Of(census, index));
    }

    /// <summary>How many dossiers came with a later event before an earlier one.</summary>
    private static int OutOfOrder(FakeHub hub) => hub.Received
        .GroupBy(call => call.SoBienNhan)
        .Count(calls => calls.Select(Time).OfType<string>().ToList() is var times && !times.SequenceEqual(times.Order(StringComparer.Ordinal)));

    private static string? Time(Received call)
    {
        var body = JsonNode.Parse(call.Body)!;
        return (string?)(body["NgayChuyen"] ?? body["NgayChoBoSung"] ?? body["NgayNhanBoSung"] ?? body["NgayThongBao"] ?? body["NgayKetThuc"]);
    }
}
