using System.Data;
using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Sql;

public sealed class RowWriterTests
{
    private static readonly SqlStream Stream = new() { Query = "", UndatedQuery = "", TimeColumn = "time", KeyColumn = "key" };

    public static TheoryData<object, string> Values => new()
    {
        { DBNull.Value, "null" },
        { "Đỗ Thị \"Mẫu\"", "\"Đỗ Thị \\\"Mẫu\\\"\"" },
        { true, "true" },
        { (short)-7, "-7" },
        { uint.MaxValue, "4294967295" },
        { ulong.MaxValue, "18446744073709551615" },
        { 75000.00m, "75000.00" },
        { 85.7f, "85.7" },
        { 0.1, "0.1" },
        { float.NaN, "\"NaN\"" },
        { double.PositiveInfinity, "\"Infinity\"" },
        { double.NegativeInfinity, "\"-Infinity\"" },
        { 'x', "\"x\"" },
        { new DateTime(2026, 1, 5, 8, 15, 0), "\"2026-01-05T08:15:00.0000000\"" },
        { new DateTimeOffset(2026, 1, 5, 8, 15, 0, TimeSpan.FromHours(7)), "\"2026-01-05T08:15:00.0000000+07:00\"" },
        { new DateOnly(2026, 1, 5), "\"2026-01-05\"" },
        { new TimeOnly(8, 15), "\"08:15:00.0000000\"" },
        { TimeSpan.FromHours(25), "\"1.01:00:00\"" },
        { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { Encoding.UTF8.GetBytes("ab"), "\"YWI=\"" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_is_written_as_it_is_or_as_text(object value, string expected)
    {
        foreach (var culture in Culture.All)
            Culture.Under(culture, () => Written(value)).ShouldBe($$"""{"v":{{expected}}}""");
    }

    [Theory]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(Dictionary<string, string>))]
    [InlineData(typeof(System.Net.IPAddress))]
    public void A_column_whose_values_have_no_form_of_their_own_is_named(Type type)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange([new("time"), new("key"), new("v", type)]);
        using var reader = table.CreateDataReader();
        SqlFaults.OfColumns(reader, Stream).ShouldBeOfType<Fault.Drift>().Message.ShouldContain("'v'");
    }

    [Fact]
    public void A_column_that_orders_the_stream_and_is_not_there_is_named()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange([new("TIME"), new("v")]);
        using var reader = table.CreateDataReader();
        SqlFaults.OfColumns(reader, Stream).ShouldBeOfType<Fault.Drift>().Message.ShouldContain("'key'");
    }

    private static string Written(object value)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("v", value is DBNull ? typeof(string) : value.GetType());
        table.Rows.Add(value);
        using var reader = table.CreateDataReader();
        reader.Read();
        return new RowWriter(reader).Row().Value!;
    }
}
