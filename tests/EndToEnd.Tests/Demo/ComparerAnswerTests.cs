using System.Text.Json.Nodes;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Compare;
using IntegrationHub.Demo.Wire;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>A refusal is no emptiness, and the two members of the extended profile count.</summary>
public sealed class ComparerAnswerTests
{
    private const string Number = "H40.13-260115-0001";

    [Theory]
    [InlineData("TraCuuHoSo", "1")]
    [InlineData("TraCuuHoSo", "403")]
    [InlineData("TraCuuTienDo", "403")]
    [InlineData("DanhSachTomTat", "1")]
    public async Task A_refused_question_ends_the_comparison(string service, string code)
    {
        var target = new ScriptedTarget().Holding(Dossier()).At(service, ScriptedTarget.Answer(code));

        (await Should.ThrowAsync<DemoException>(() => CompareAsync(target, Truths.Line(Number, Dossier()))))
            .Message.ShouldContain($"refuses {service}, so nothing can be compared: error_code {code}");
    }

    [Theory]
    [InlineData("H40.13–260115–0001")]
    [InlineData("H40.13 260115 0001")]
    public async Task A_number_that_no_dossier_may_have_is_not_asked_for(string number)
    {
        var target = new ScriptedTarget().Holding();

        var findings = await CompareAsync(target, Truths.Line(number, null, bad: true));

        findings.Counts.ShouldHaveSingleItem().Key.ShouldBe((FindingKind.Bad, false));
        target.Calls.ShouldAllBe(call => $"{call["service"]}" == "DanhSachTomTat");
    }

    [Theory]
    [InlineData("nguon", "driving-licences", "/nguon")]
    [InlineData("nguon", "", "/nguon")]
    [InlineData("PhienBan", "01", "/PhienBan")]
    [InlineData("PhienBan", "9223372036854775808", "/PhienBan")]
    [InlineData("PhienBan", "", "/PhienBan")]
    public async Task A_wrong_tag_or_version_is_found(string member, string value, string pointer)
    {
        var stored = Dossier();
        stored[member] = value;

        var findings = await CompareAsync(new ScriptedTarget().Holding(stored), Truths.Line(Number, Dossier()));

        findings.Samples.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
    }

    [Fact]
    public async Task A_dossier_that_only_the_counter_wrote_needs_no_tag()
    {
        var stored = Dossier();
        stored.Remove("nguon");

        var findings = await CompareAsync(
            new ScriptedTarget().Holding(stored), Truths.Line(Number, Dossier()) with { Written = false });

        findings.Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_dossiers_of_a_source_that_is_left_out_are_neither_compared_nor_surplus()
    {
        var target = new ScriptedTarget().Holding(Dossier());
        var comparer = new Comparer(target.Client(), extended: true, leftOut: Truths.Source);

        var findings = await CompareAsync(comparer, Truths.Line(Number, null));

        (findings.Total, findings.Dossiers).ShouldBe((0, 0));
    }

    private static Task<Findings> CompareAsync(ScriptedTarget target, TruthLine truth) =>
        CompareAsync(new Comparer(target.Client(), extended: true), truth);

    private static Task<Findings> CompareAsync(Comparer comparer, TruthLine truth) => comparer.CompareAsync(
        new[] { truth }.ToAsyncEnumerable(), new Excuses(), TestContext.Current.CancellationToken);

    private static JsonObject Dossier()
    {
        var dossier = SimulatedTarget.Dossier(Number);
        dossier["PhienBan"] = "1";
        return dossier;
    }
}
