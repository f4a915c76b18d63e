using System.Text.Json.Nodes;
using IntegrationHub.Demo.Compare;
using IntegrationHub.Demo.Wire;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>What the hub lists excuses a bad dossier and nothing else, and a sound one that it lists is a finding of its own.</summary>
public sealed class ComparerExcuseTests
{
    private const string Number = "H40.13-260115-0001";

    [Fact]
    public async Task A_bad_newest_version_differs_until_the_hub_lists_it()
    {
        TruthLine[] truth = [Truths.Line(Number, Dossier(), bad: true)];

        (await CompareAsync(truth, [Dossier()])).Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Bad, false));
        (await CompareAsync(truth, [Dossier()], Of(Number))).Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Bad, true));
    }

    [Fact]
    public async Task A_sound_record_that_the_hub_holds_back_is_not_explained_by_that()
    {
        var findings = await CompareAsync([Truths.Line(Number, Dossier())], [], Of(Number));

        findings.Counts.Keys.ShouldBe([(FindingKind.Missing, false), (FindingKind.Blamed, false)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_sound_record_that_the_hub_holds_back_is_found_even_if_the_target_is_right() =>
        (await CompareAsync([Truths.Line(Number, Dossier())], [Dossier()], Of(Number)))
            .Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Blamed, false));

    [Fact]
    public async Task A_sound_dossier_that_the_hub_lists_by_its_number_alone_is_found() =>
        (await CompareAsync([Truths.Line(Number, Dossier())], [Dossier()], new Listed(Truths.Source, null, Number)))
            .Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Blamed, false));

    [Fact]
    public async Task A_listed_record_that_no_source_knows_is_found() =>
        (await CompareAsync([Truths.Line(Number, Dossier())], [Dossier()], Of("another")))
            .Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Blamed, false));

    [Fact]
    public async Task A_bad_dossier_of_which_the_last_good_version_is_wrong_is_not_excused()
    {
        var wrong = Dossier();
        wrong["GhiChu"] = "other";

        (await CompareAsync([Truths.Line(Number, Dossier(), bad: true)], [wrong], Of(Number)))
            .Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Content, false));
    }

    [Fact]
    public async Task A_callback_that_nobody_can_take_stays_listed_though_the_right_one_came_later() =>
        (await CompareAsync([Truths.Line(Number, Dossier()) with { HeldBack = true }], [Dossier()], Of(Number))).Total.ShouldBe(0);

    [Fact]
    public async Task What_a_settlement_system_of_others_refuses_is_explained_by_what_the_hub_lists() =>
        (await CompareAsync(new(simulated: false), [Truths.Line(Number, Dossier())], [], Of(Number)))
            .Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Missing, true));

    [Fact]
    public async Task What_nobody_lists_is_not_explained_whosever_the_settlement_system_is() =>
        (await CompareAsync(new(simulated: false), [Truths.Line(Number, Dossier())], [], Of("another"))).Unexplained.ShouldBe(1);

    private static Task<Findings> CompareAsync(TruthLine[] truth, JsonObject[] stored, params Listed[] listed) =>
        CompareAsync(new(), truth, stored, listed);

    private static Task<Findings> CompareAsync(Excuses excuses, TruthLine[] truth, JsonObject[] stored, params Listed[] listed)
    {
        foreach (var one in listed)
            excuses.Add(one.Source, one.SourceKey, one.Number);
        var target = new ScriptedTarget().Holding(stored);
        return new Comparer(target.Client(), extended: true).CompareAsync(
            truth.ToAsyncEnumerable(), excuses, TestContext.Current.CancellationToken);
    }

    private static Listed Of(string number) => new(Truths.Source, $"key of {number}", null);

    private static JsonObject Dossier()
    {
        var dossier = SimulatedTarget.Dossier(Number);
        dossier["PhienBan"] = "1";
        return dossier;
    }
}
