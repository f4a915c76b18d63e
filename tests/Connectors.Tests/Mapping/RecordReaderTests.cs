using System.Globalization;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Mapping;

public sealed class RecordReaderTests
{
    [Theory]
    [InlineData("75000", "75000")]
    [InlineData("75000.00", "75000")]
    [InlineData("75.000", "75")]
    [InlineData("\"75000\"", "75000")]
    [InlineData("\"75000.0\"", "75000")]
    [InlineData("\"75000.00\"", "75000")]
    [InlineData("null", "")]
    [InlineData("\"75.000\"", "amount-unreadable at /le_phi")]
    [InlineData("\"1.075.000\"", "amount-unreadable at /le_phi")]
    [InlineData("\"75000.000\"", "amount-unreadable at /le_phi")]
    [InlineData("\"75000.\"", "amount-unreadable at /le_phi")]
    [InlineData("\".00\"", "amount-unreadable at /le_phi")]
    [InlineData("\"75,000\"", "amount-unreadable at /le_phi")]
    [InlineData("\"75000.50\"", "amount-unreadable at /le_phi")]
    [InlineData("75000.5", "amount-unreadable at /le_phi")]
    [InlineData("-1", "amount-unreadable at /le_phi")]
    [InlineData("\"NaN\"", "amount-unreadable at /le_phi")]
    public void An_amount_is_read_only_where_its_point_cannot_part_thousands(string value, string expected)
    {
        foreach (var culture in Culture.All)
            Culture.Under(culture, () => Told($$"""{"le_phi":{{value}}}""", Amount)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":{"\ud800":1}}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    public void A_name_that_is_no_text_rejects_the_record_and_nothing_more(string content) =>
        Told(content, record => record.Object("a").OptionalText("b") ?? "").ShouldBe("content-unreadable at ");

    [Fact]
    public void Half_a_character_that_is_written_out_rejects_the_record_too() =>
        Told($$"""{"a":"{{'\ud800'}}"}""", _ => "").ShouldBe("content-unreadable at ");

    [Fact]
    public void A_bug_of_the_mapping_is_not_laid_at_the_records_door() => Should.Throw<InvalidOperationException>(
        () => Told("{}", _ => throw new InvalidOperationException("a bug")));

    private static string Amount(RecordReader record) => $"{record.OptionalAmount("le_phi")?.ToString(CultureInfo.InvariantCulture)}";

    private static string Told(string content, Func<RecordReader, string> read)
    {
        var result = RecordReader.Map(new() { Key = "1", Content = content }, record => new MapResult.Ignored(read(record)));
        return result is MapResult.Rejected rejected ? $"{rejected.Code} at {rejected.Pointer}" : ((MapResult.Ignored)result).Reason;
    }
}
