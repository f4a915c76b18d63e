using System.Globalization;
using CsCheck;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Text;

public sealed class WireDatesTests
{
    private static readonly Gen<DateTime> Moments = Gen.DateTime[new DateTime(1900, 1, 1), new DateTime(2100, 1, 1)]
        .Select(time => new DateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second));

    [Theory]
    [InlineData("20260105081500", "2026-01-05T08:15:00+07:00")]
    [InlineData("05/01/2026 08:15:00", "2026-01-05T08:15:00+07:00")]
    [InlineData("05.01.2026 08:15:00", "2026-01-05T08:15:00+07:00")]
    [InlineData("2026-01-05 08:15:00", "2026-01-05T08:15:00+07:00")]
    [InlineData("2026-01-05T08:15:00", "2026-01-05T08:15:00+07:00")]
    [InlineData("2026-01-05T08:15:00.123", "2026-01-05T08:15:00.123+07:00")]
    [InlineData("2026-01-05T01:15:00Z", "2026-01-05T08:15:00+07:00")]
    [InlineData("2026-01-05T01:15:00.500Z", "2026-01-05T08:15:00.5+07:00")]
    [InlineData("2026-01-05T08:15:00+07:00", "2026-01-05T08:15:00+07:00")]
    [InlineData("2026-01-04T20:15:00-05:00", "2026-01-05T08:15:00+07:00")]
    public void A_point_in_time_is_read_in_every_form(string text, string expected)
    {
        foreach (var culture in Culture.All)
            Culture.Under(culture, () => WireDates.TryReadInstant(text, out var instant) ? instant : default)
                .ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("20260105")]
    [InlineData("05/01/2026")]
    [InlineData("05.01.2026")]
    [InlineData("2026-01-05")]
    public void A_day_is_read_in_every_form(string text)
    {
        WireDates.TryReadDay(text, out var day).ShouldBeTrue();
        day.ShouldBe(new DateOnly(2026, 1, 5));
        WireDates.TryReadInstant(text, out _).ShouldBeFalse();
        WireDates.TryReadInstantOrDay(text, out var start).ShouldBeTrue();
        start.ShouldBe(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.FromHours(7)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31/02/2026")]
    [InlineData("29.02.2026 10:00:00")]
    [InlineData("20260230081500")]
    [InlineData("20260105246000")]
    [InlineData("2026-02-30T09:30:00Z")]
    [InlineData("01/15/2026 08:15:00")]
    [InlineData("5/1/2026")]
    [InlineData(" 20260105")]
    [InlineData("20260105081500 ")]
    [InlineData("2026-01-05T08:15:00+99:00")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T17:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("99991231235959")]
    [InlineData("31/12/9999")]
    [InlineData("1899-12-31 23:59:59")]
    [InlineData("2201-01-01 07:00:00")]
    [InlineData("00010101")]
    [InlineData("hôm qua")]
    [InlineData("٢٠٢٦٠١٠٥")]
    public void What_is_not_in_the_calendar_or_in_another_form_is_refused(string? text) =>
        WireDates.TryReadInstantOrDay(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1987", "1987")]
    [InlineData("1987-05", "1987-05")]
    [InlineData("1987-05-21", "1987-05-21")]
    [InlineData("21/05/1987", "1987-05-21")]
    [InlineData("19870521", "1987-05-21")]
    public void A_partial_date_keeps_what_is_known_and_no_more(string text, string expected)
    {
        WireDates.TryReadPartial(text, out var date).ShouldBeTrue();
        date.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("21/05/1987", PartialDateKind.Full, "1987-05-21")]
    [InlineData("01/01/1987", PartialDateKind.Year, "1987")]
    [InlineData("1987", PartialDateKind.Year, "1987")]
    [InlineData("19870501", PartialDateKind.YearAndMonth, "1987-05")]
    [InlineData("1987-05", PartialDateKind.YearAndMonth, "1987-05")]
    [InlineData("1987", PartialDateKind.Full, null)]
    [InlineData("1987-05", PartialDateKind.Full, null)]
    [InlineData("1987", PartialDateKind.YearAndMonth, null)]
    [InlineData("31/02/1987", PartialDateKind.Year, null)]
    public void A_kind_says_which_parts_are_known_and_fillings_are_dropped(string text, PartialDateKind kind, string? expected) =>
        (WireDates.TryReadPartial(text, kind, out var date) ? date.ToString() : null).ShouldBe(expected);

    [Theory]
    [InlineData("""{"ngaySinh":"01/01/1987","loaiNgaySinh":1}""", "1987")]
    [InlineData("""{"ngaySinh":"01/05/1987","loaiNgaySinh":"2"}""", "1987-05")]
    [InlineData("""{"ngaySinh":"21/05/1987","loaiNgaySinh":"0"}""", "1987-05-21")]
    [InlineData("""{"ngaySinh":"01/01/1987","loaiNgaySinh":"7"}""", "date-kind-unknown at /loaiNgaySinh")]
    [InlineData("""{"ngaySinh":"1987","loaiNgaySinh":"0"}""", "date-impossible at /ngaySinh")]
    [InlineData("""{"loaiNgaySinh":"7"}""", "")]
    public void A_record_is_read_by_its_kind(string content, string expected)
    {
        var result = RecordReader.Map(
            new() { Key = "1", Content = content }, person => new MapResult
                .Ignored($"{person.OptionalPartialDate("ngaySinh", "loaiNgaySinh")}"));
        (result is MapResult.Rejected rejected ? $"{rejected.Code} at {rejected.Pointer}" : ((MapResult.Ignored)result).Reason)
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData("1987-13")]
    [InlineData("1987-02-30")]
    [InlineData("0000")]
    [InlineData("198")]
    [InlineData("1987-5")]
    [InlineData("0001")]
    [InlineData("01/01/0001")]
    [InlineData("1899-12-31")]
    [InlineData("1753-01")]
    [InlineData("9999-12-31")]
    public void An_impossible_partial_date_is_refused(string text) => WireDates.TryReadPartial(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("01/01/0001")]
    [InlineData("18991231")]
    [InlineData("2201-01-01")]
    [InlineData("31/12/9999")]
    public void A_day_that_stands_for_empty_or_never_is_refused(string text)
    {
        WireDates.TryReadDay(text, out var day).ShouldBeFalse();
        day.ShouldBe(default);
    }

    [Theory]
    [InlineData("2026-01-05T08:15:00")]
    [InlineData("20260105081500")]
    public void A_time_that_must_say_its_zone_is_refused_without_it(string text) => WireDates.TryReadZoned(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("yyyyMMddHHmmss")]
    [InlineData("dd/MM/yyyy HH:mm:ss")]
    [InlineData("dd.MM.yyyy HH:mm:ss")]
    [InlineData("yyyy-MM-dd HH:mm:ss")]
    public void What_is_written_in_a_local_form_is_read_as_written(string form) => Moments.Sample(moment =>
        WireDates.TryReadInstant(moment.ToString(form, CultureInfo.InvariantCulture), out var instant)
        && instant == new DateTimeOffset(moment, WireDates.Vietnam));

    [Fact]
    public void No_text_makes_the_readers_throw() => Gen.String.Sample(text =>
    {
        WireDates.TryReadInstantOrDay(text, out _);
        WireDates.TryReadZoned(text, out _);
        WireDates.TryReadPartial(text, out _);
    });

    [Fact]
    public void A_day_is_that_of_vietnam_not_of_the_offset() =>
        WireDates.DayOf(DateTimeOffset.Parse("2026-01-04T18:00:00Z", CultureInfo.InvariantCulture)).ShouldBe(new DateOnly(2026, 1, 5));
}
