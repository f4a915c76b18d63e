using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Sim.Sources.Facts;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class WorldTests
{
    private const string Accept = "^[0-9A-Za-z._/-]{1,50}$";

    [Fact]
    public async Task The_same_seed_gives_the_same_world_in_every_wave()
    {
        await using var one = await RunningSources.StartAsync(seed: 42);
        await using var two = await RunningSources.StartAsync(seed: 42);
        for (var wave = 0; wave <= 3; wave++)
        {
            (await one.Http.GetStringAsync("/sim/truth")).ShouldBe(await two.Http.GetStringAsync("/sim/truth"));
            Text(one).ShouldBe(Text(two));
            await one.AdvanceAsync();
            await two.AdvanceAsync();
        }
    }

    [Fact]
    public async Task Another_seed_gives_another_world()
    {
        await using var one = await RunningSources.StartAsync(seed: 1);
        await using var two = await RunningSources.StartAsync(seed: 2);
        (await one.Http.GetStringAsync("/sim/truth")).ShouldNotBe(await two.Http.GetStringAsync("/sim/truth"));
        Text(one).ShouldNotBe(Text(two));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(999)]
    [InlineData(3000)]
    public async Task The_counts_are_exact_and_no_number_comes_twice(int dossiers)
    {
        await using var sources = await RunningSources.StartAsync(dossiers, badShare: 0.05);
        var status = await sources.GetAsync("/sim/status");
        var truth = await sources.LinesAsync("/sim/truth");

        truth.Select(line => (string)line["MaHoSo"]!).Distinct().Count().ShouldBe(dossiers);
        ((int)status["dossiers"]!).ShouldBe(dossiers);
        ((int)status["construction"]!).ShouldBe(Count(truth, "construction-permits"));
        ((int)status["licences"]!).ShouldBe(Count(truth, "driving-licences"));
        ((int)status["land"]!).ShouldBe(Count(truth, "land-registry"));
        ((int)status["bad"]!).ShouldBe(truth.Count(line => (bool)line["bad"]!));
        sources.View().Count.ShouldBe((int)status["construction"]!);
    }

    [Fact]
    public void Numbers_of_a_large_world_are_distinct_and_grow_to_five_digits_on_a_full_day()
    {
        var census = new Census(4_000_000, 7);
        var place = census.PlaceOf(census.Construction - 1);
        var numbers = Enumerable.Range(census.Construction - 40_000, 40_000).Select(index => ConstructionFacts.Of(census, index).MaHoSo).ToList();
        numbers.Distinct().Count().ShouldBe(numbers.Count);
        numbers.ShouldContain(number => number.Split('-', StringSplitOptions.None)[2].Length == 5);
        numbers.ShouldAllBe(number => System.Text.RegularExpressions.Regex.IsMatch(number, Accept));
        place.Of.ShouldBe(1_600_000);
    }

    [Fact]
    public async Task The_truth_is_ordered_by_the_bytes_of_the_numbers()
    {
        await using var sources = await RunningSources.StartAsync(badShare: 0.2);
        var numbers = (await sources.LinesAsync("/sim/truth")).Select(line => (string)line["MaHoSo"]!).ToList();
        numbers.ShouldContain(number => !System.Text.RegularExpressions.Regex.IsMatch(number, Accept));
        numbers.ShouldBe(numbers.OrderBy(number => Convert.ToHexString(Encoding.UTF8.GetBytes(number)), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Bad_records_say_why_some_are_mended_and_some_good_ones_turn_bad()
    {
        await using var sources = await RunningSources.StartAsync(4000, badShare: 0.10);
        var before = (await sources.LinesAsync("/sim/truth")).ToDictionary(line => (string)line["MaHoSo"]!);
        for (var wave = 0; wave < 3; wave++) await sources.AdvanceAsync();
        var after = (await sources.LinesAsync("/sim/truth")).ToDictionary(line => (string)line["MaHoSo"]!);

        after.Values.Where(IsBad).ShouldAllBe(line => ((string)line["why"]!).Length > 10);
        after.Values.Where(line => !IsBad(line)).ShouldAllBe(line => line["why"] == null && line["expected"] != null);
        before.Keys.ShouldContain(key => IsBad(before[key]) && !IsBad(after[key]));
        var turned = before.Keys.Where(key => !IsBad(before[key]) && IsBad(after[key])).ToList();
        turned.ShouldNotBeEmpty();
        turned.ShouldAllBe(key => after[key]["expected"] != null);
        after.Values.Where(IsBad).Select(line => (string)line["why"]!).Distinct().Count().ShouldBe(12);
        before.Values.Count(IsBad).ShouldBeInRange(200, 500);
    }

    [Fact]
    public async Task A_text_of_any_culture_is_the_same()
    {
        var culture = CultureInfo.CurrentCulture;
        await using var one = await RunningSources.StartAsync(300);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            await using var two = await RunningSources.StartAsync(300);
            Text(two).ShouldBe(Text(one));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.DefaultThreadCurrentCulture = null;
        }
    }

    private static bool IsBad(JsonNode line) => (bool)line["bad"]!;

    private static int Count(IReadOnlyList<JsonNode> truth, string source) => truth.Count(line => (string)line["source"]! == source);

    private static string Text(RunningSources sources) =>
        string.Join('\n', sources.View().Select(row => string.Join('|', row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))));
}
