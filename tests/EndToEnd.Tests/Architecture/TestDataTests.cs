using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

public sealed class TestDataTests
{
    private static readonly string[] Folders = ["/cases/", "/stubs/", "/settings.sample.json", "contracts/examples/"];

    private static IEnumerable<(string File, string Text)> Data =>
        new[] { "*.json", "*.sql" }.SelectMany(Ours.Files).Select(Ours.Relative)
            .Where(file => Folders.Any(folder => file.Contains(folder, StringComparison.Ordinal)))
            .Select(Read);

    private static IEnumerable<(string File, string Text)> Tests =>
        Ours.Files("*.cs").Select(Ours.Relative).Where(file => file.Split('/')[0] is "tests" or "sim").Select(Read);

    [Fact]
    public void Hosts_in_test_data_end_in_example() =>
        Data.Concat(Tests).SelectMany(d => TestDataRules.RealHosts(d.File, d.Text)).ShouldBeEmpty();

    [Fact]
    public void Identity_numbers_in_test_data_begin_with_999() =>
        Data.SelectMany(d => TestDataRules.RealNumbers(d.File, d.Text)).ShouldBeEmpty();

    [Theory]
    [InlineData("https://gplx", ".vn/api")]
    [InlineData("mau@example", ".vn")]
    [InlineData("https://user:password@gplx.example", ".org")]
    public void A_host_that_may_exist_is_caught(string one, string two) =>
        TestDataRules.RealHosts("planted", one + two).ShouldHaveSingleItem();

    [Theory]
    [InlineData("\"0010", "90000001\"")]
    [InlineData("\"1234", "56789\"")]
    [InlineData(" 0400", "87000041,")]
    public void A_number_that_may_be_somebodys_is_caught(string one, string two) =>
        TestDataRules.RealNumbers("planted", one + two).ShouldHaveSingleItem();

    [Fact]
    public void Impossible_data_and_other_numbers_pass()
    {
        const string good = """
            {"a":"999087000041","b":"999000041","c":"099918765","d":20260105081500,"e":"https://files.example/1","f":"x@dan.example"}
            """;
        TestDataRules.RealHosts("good", good).Concat(TestDataRules.RealNumbers("good", good)).ShouldBeEmpty();
    }

    private static (string File, string Text) Read(string file) => (file, File.ReadAllText(Path.Combine(Ours.Root, file)));
}
