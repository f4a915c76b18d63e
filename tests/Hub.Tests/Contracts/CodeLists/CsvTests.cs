namespace IntegrationHub.Hub.Tests.Contracts.Lists;

public sealed class CsvTests
{
    [Fact]
    public void Quoted_fields_may_hold_commas_quotation_marks_and_line_ends()
    {
        var row = Read("code,name\r\n1,\"a, \"\"b\"\"\nc\"\r\n").ShouldHaveSingleItem();
        row["code"].ShouldBe("1");
        row["name"].ShouldBe("a, \"b\"\nc");
    }

    [Fact]
    public void Empty_fields_and_a_missing_last_line_end_are_well_formed()
    {
        var rows = Read("code,name\n1,\n,\"\"");
        rows.Select(row => (row["code"], row["name"])).ShouldBe([("1", ""), ("", "")]);
    }

    [Theory]
    [InlineData("", "list: there is no header.")]
    [InlineData("code,code\n", "list, line 1: two columns have the same name.")]
    [InlineData("code,name\n1,a\n2\n", "list, line 3: 1 fields where the header has 2.")]
    [InlineData("code,name\n1,a\n\n", "list, line 3: 1 fields where the header has 2.")]
    [InlineData("code,name\n\"1\n\",a\n2,a,b\n", "list, line 4: 3 fields where the header has 2.")]
    [InlineData("code,name\n1,a \"b\"\n", "list, line 2: a quotation mark inside a field that does not begin with one.")]
    [InlineData("code,name\n1,\"a\"b\n", "list, line 2: after a closing quotation mark only a comma or the end of the line may follow.")]
    [InlineData("code,name\n1,a\n2,\"a\n", "list, line 3: a quotation mark is not closed.")]
    public void What_is_not_well_formed_is_refused_with_list_and_line(string text, string message) =>
        Should.Throw<FormatException>(() => Read(text)).Message.ShouldBe(message);

    [Fact]
    public void A_wrong_field_is_refused_with_list_line_and_column()
    {
        var row = Read("code,valid_from\n,31/12/2025\n").Single();
        Should.Throw<FormatException>(() => row.Required("code")).Message.ShouldBe("list, line 2: 'code' is empty.");
        Should.Throw<FormatException>(() => row.Date("valid_from")).Message.ShouldBe("list, line 2: 'valid_from' is no date yyyy-MM-dd.");
        Should.Throw<FormatException>(() => row["name"]).Message.ShouldBe("list: there is no column 'name'.");
    }

    private static List<CsvRow> Read(string text) => [.. Csv.Read("list", new StringReader(text))];
}
