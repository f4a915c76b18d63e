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
    public void No_line_is_wider_than_160_columns() => Sources.SelectMany(s => TextRules.TooWide(s.File, s.Text)).ShouldBeEmpty();

    [Fact]
    public void A_line_of_161_columns_is_caught()
    {
        TextRules.TooWide("planted", "short\n" + new string('x', 161)).ShouldBe(["planted:2 has 161 columns; 160 is the most"]);
        TextRules.TooWide("planted", new string('x', 160)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_refers_to_papers_that_a_stranger_does_not_have()
    {
        string[] folders = ["contracts/", "demo/", "sim/", "src/"];
        var texts = from pattern in (string[])["*.cs", "*.md", "*.sql", "*.csproj"]
                    from file in Ours.Files(pattern)
                    let relative = Ours.Relative(file)
                    where folders.Any(folder => relative.StartsWith(folder, StringComparison.Ordinal))
                    select (File: relative, Text: File.ReadAllText(file));
        texts.SelectMany(t => TextRules.Papers(t.File, t.Text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/// <summary>The steps (<c>domain.md</c> 2.5).</summary>", 1)]
    [InlineData("-- as security.md 7.2 says", 1)]
    [InlineData("// see docs/data-classes.md and SECURITY.md", 0)]
    public void A_reference_to_such_a_paper_is_caught(string comment, int breaches) =>
        TextRules.Papers("planted", comment).Count().ShouldBe(breaches);

    [Fact]
    public void Each_of_the_three_flows_fits_on_one_screen()
    {
        var flows = Sources.Where(s => Path.GetDirectoryName(s.File) == "src/Hub/Flow" && s.File.EndsWith("Flow.cs", StringComparison.Ordinal))
            .ToList();
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
