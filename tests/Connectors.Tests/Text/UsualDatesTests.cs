using System.Globalization;
using System.Text;
using CsCheck;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Text;

/// <summary>The short way to read a date says nothing that the long way, by the framework's formats, does not say.</summary>
public sealed class UsualDatesTests
{
    private static readonly string[] Forms = ["yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyyMMdd"];

    private static readonly Gen<string> NearlyDates = Gen.Select(
        Gen.DateTime[new DateTime(1890, 1, 1), new DateTime(2210, 1, 1)], Among(Forms), Gen.Int[0, 18], Among('0', '1', '3', '6', '9', ' ', 'T', '-', ':', '٣'),
        Gen.Bool, (time, form, place, odd, isOdd) =>
        {
            var text = new StringBuilder(time.ToString(form, CultureInfo.InvariantCulture));
            if (isOdd && place < text.Length)
                text[place] = odd;
            return text.ToString();
        });

    [Fact]
    public void A_date_is_read_as_the_formats_read_it_or_not_at_all() => NearlyDates.Sample(
        text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            if (UsualDates.TryReadInstant(bytes, out var instant) || UsualDates.TryReadDay(bytes, out instant))
                instant.ShouldBe(ByFormats(text), text);
        },
        iter: 20_000);

    [Theory]
    [InlineData("20260105081500")]
    [InlineData("2026-01-05 08:15:00")]
    [InlineData("2026-01-05T08:15:00")]
    public void The_usual_forms_are_read(string text)
    {
        UsualDates.TryReadInstant(Encoding.UTF8.GetBytes(text), out var instant).ShouldBeTrue();
        instant.ShouldBe(new DateTimeOffset(2026, 1, 5, 8, 15, 0, TimeSpan.FromHours(7)));
        instant.Offset.ShouldBe(TimeSpan.FromHours(7));
    }

    private static Gen<T> Among<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static DateTimeOffset ByFormats(string text)
    {
        var local = DateTime.ParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None);
        local.Year.ShouldBeInRange(1900, 2200);
        return new(local, TimeSpan.FromHours(7));
    }
}
