using CsCheck;

namespace IntegrationHub.Hub.Tests.Contracts.Canonical;

public sealed class PartialDateTests
{
    private static readonly Gen<PartialDate> Dates =
        from day in Gen.Date
        from known in Gen.Int[0, 2]
        select PartialDate.TryCreate(Math.Max(day.Year, 1), known > 0 ? day.Month : null, known > 1 ? day.Day : null, out var date)
            ? date
            : throw new InvalidOperationException();

    [Fact]
    public void What_was_written_is_read_back_with_as_many_known_parts() => Dates.Sample(date =>
    {
        PartialDate.TryParse(date.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(date);
        (read.Day is null || read.Month is not null).ShouldBeTrue();
    });

    [Fact]
    public void Only_days_of_the_calendar_exist() => Gen.Select(Gen.Int[-1, 10_000], Gen.Int[-1, 14], Gen.Int[-1, 33]).Sample((year, month, day) =>
        PartialDate.TryCreate(year, month, day, out _).ShouldBe(DateTime.TryParseExact(
            $"{year:D4}-{month:D2}-{day:D2}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None, out _)));

    [Fact]
    public void A_text_is_read_only_if_it_is_what_would_be_written() => Gen.String[Gen.Char["0123456789- /"], 0, 11].Sample(text =>
        PartialDate.TryParse(text, out var date).ShouldBe(date.ToString() == text && date != default));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("1987-5")]
    [InlineData("1987-13")]
    [InlineData("1987-02-29")]
    [InlineData("1987-05-21T00:00:00")]
    [InlineData(" 1987")]
    [InlineData("21/05/1987")]
    public void What_is_no_partial_date_is_refused(string? text) => PartialDate.TryParse(text, out _).ShouldBeFalse();
}
