using System.Reflection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

public sealed class TextTests
{
    private static IEnumerable<(string File, string Text)> Sources => Ours.Files("*.cs").Select(file => (Ours.Relative(file), File.ReadAllText(file)));

    [Fact]
    public void No_file_is_longer_than_300_lines() => Sources.SelectMany(s => TextRules.TooLong(s.File, s.Text)).ShouldBeEmpty();

    [Fact]
    public void A_file_of_301_lines_is_caught()
    {
        TextRules.TooLong("planted", string.Join('\n', Enumerable.Repeat("line", 301)) + "\n").ShouldHaveSingleItem();
        TextRules.TooLong("planted", string.Join('\n', Enumerable.Repeat("line", 300)) + "\n").ShouldBeEmpty();
    }

    [Fact]
    public void Each_of_the_three_flows_fits_on_one_screen()
    {
        var flows = Sources.Where(s => s.File.EndsWith("Flow.cs", StringComparison.Ordinal) && s.File.Contains("Hub/Flow/", StringComparison.Ordinal)).ToList();
        flows.Count.ShouldBe(3);
        flows.SelectMany(s => TextRules.TooLong(s.File, s.Text, TextRules.Screen)).ShouldBeEmpty();
    }

    [Fact]
    public void A_flow_that_must_be_scrolled_is_caught() =>
        TextRules.TooLong("planted", string.Join('\n', Enumerable.Repeat("line", TextRules.Screen + 1)), TextRules.Screen).ShouldHaveSingleItem();

    [Fact]
    public void No_method_is_longer_than_60_lines() =>
        Ours.Product.Append(Ours.Demo).SelectMany(TextRules.LongMethods).ShouldBeEmpty();

    [Fact]
    public void A_long_method_is_caught() =>
        TextRules.LongMethods(Assembly.GetExecutingAssembly()).ShouldHaveSingleItem().ShouldContain(nameof(PlantedLength.Sixty_one_lines));

    [Fact]
    public void There_are_no_regions() => Sources.SelectMany(s => TextRules.Regions(s.File, s.Text)).ShouldBeEmpty();

    [Fact]
    public void A_region_is_caught() => TextRules.Regions("planted", "class C\n{\n    #region Fields\n}").ShouldHaveSingleItem();

    [Fact]
    public void Namespaces_are_file_scoped() =>
        Sources.Where(s => !s.File.EndsWith("Planted.cs", StringComparison.Ordinal)).SelectMany(s => TextRules.BlockNamespace(s.File, s.Text)).ShouldBeEmpty();

    [Fact]
    public void A_block_namespace_is_caught() => TextRules.BlockNamespace("planted", "namespace A.B\n{\n}").ShouldHaveSingleItem();
}
