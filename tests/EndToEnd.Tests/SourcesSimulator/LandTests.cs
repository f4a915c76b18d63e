using System.Text.Json;
using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Truth;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class LandTests
{
    private static readonly Census Census = new(5000, 11, 0.05);

    private static IEnumerable<LandFacts> All =>
        Enumerable.Range(Census.FirstLand, Census.Land).Select(index => LandFacts.Of(Census, index));

    [Fact]
    public void The_truth_of_a_dossier_is_the_same_in_any_order_of_arrival_and_with_repeats()
    {
        foreach (var facts in All)
        {
            var expected = (Json(LandTruth.Fold(facts, facts.Events)), Json(LandTruth.ProgressOf(facts, facts.Events)));
            for (var order = 0; order < 10; order++)
            {
                var arrived = facts.Events.Concat(facts.Events.Take(order)).ToList();
                new Dice((ulong)order + 1).Shuffle(arrived);
                (Json(LandTruth.Fold(facts, arrived)), Json(LandTruth.ProgressOf(facts, arrived))).ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void No_two_sound_events_of_a_dossier_share_a_time() =>
        All.ShouldAllBe(facts =>
            facts.Events.Where(what => what.IsSound).Select(what => what.At).Distinct().Count()
            == facts.Events.Count(what => what.IsSound));

    [Fact]
    public void Events_come_after_the_counter_received_the_dossier() =>
        All.ShouldAllBe(facts => facts.Events.All(what => what.At > facts.Received));

    [Fact]
    public void A_hand_over_does_not_undo_a_supplement_or_the_end()
    {
        var (received, officer) = (new DateTime(2026, 6, 1), new Officer("Lê Thị Mai", "Chuyên viên", "Phòng Nghiệp vụ"));
        var facts = All.First();
        var asked = new LandSupplementAsked(1, received.AddHours(1), 0, "", "", true);
        var after = new LandHandOver(2, received.AddHours(2), 0, "", officer, "", received);
        var end = new LandEnd(3, received.AddHours(3), 0, "", LandEnd.Good);

        LandTruth.Fold(facts, [after]).TrangThaiHoSo.ShouldBe("4");
        LandTruth.Fold(facts, [after, asked]).TrangThaiHoSo.ShouldBe("5");
        LandTruth.Fold(facts, [end, after with { Number = 4, At = received.AddHours(4) }]).TrangThaiHoSo.ShouldBe("9");
        LandTruth.ProgressOf(facts, [after, asked]).Count.ShouldBe(2);
    }

    [Fact]
    public void Some_events_are_sent_a_wave_after_they_happened() =>
        All.SelectMany(facts => facts.Events).ShouldContain(what => what.Wave > WorkClock.WaveOf(what.At));

    [Fact]
    public async Task The_base_holds_every_land_dossier_but_those_that_nobody_took()
    {
        await using var sources = await RunningSources.StartAsync(2000, badShare: 0.1);
        var truth = (await sources.LinesAsync("/sim/truth")).Where(line => (string)line["source"]! == "land-registry").ToList();
        var lines = await sources.LinesAsync("/sim/base");

        lines.Select(line => (string)line["dossier"]!["MaHoSo"]!).Order().ShouldBe(
            truth.Where(line => line["expected"] != null).Select(line => (string)line["MaHoSo"]!).Order());
        lines.Count.ShouldBeLessThan(400);
        lines.ShouldAllBe(line => line["dossier"]!.AsObject().Count == 28 && (string)line["dossier"]!["TrangThaiHoSo"]! == "2");
        lines.ShouldAllBe(line => line["progress"]!.AsArray().Count == 1);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Wire.Json);
}
