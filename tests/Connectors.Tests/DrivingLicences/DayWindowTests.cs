using CsCheck;
using IntegrationHub.Connectors.DrivingLicences;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.DrivingLicences;

public sealed class DayWindowTests
{
    private const int Days = 7;
    private const int PageSize = 3;

    private static readonly DateOnly Today = new(2026, 3, 4);

    /// <summary>A source: dossiers by the day of their last touch, and touches that strike between two calls.</summary>
    private static readonly Gen<(int[] Touched, (int Call, int Dossier)[] Touches)> Sources = Gen.Select(
        Gen.Int[-30, 0].Array[0, 40], Gen.Select(Gen.Int[0, 30], Gen.Int[0, 39]).Array[0, 6]);

    private static readonly Gen<(int First, int Days, int Size, int Page, long Total)> Windows =
        Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 30], Gen.Int[1, 1000], Gen.Int[1, 99], Gen.Long[0, 10_000]);

    [Fact]
    public void Its_text_form_goes_there_and_back() =>
        Windows.Sample((first, days, size, page, total) =>
        {
            var window = new DayWindow(Today.AddDays(-first), Today.AddDays(days - first), size, page, total == 0 ? null : total);
            DayWindow.Parse(window.ToString()).ShouldBe(window);
        });

    [Theory]
    [InlineData(1, 7, 3)]
    [InlineData(3, 7, 1)]
    [InlineData(4, 7, 0)]
    [InlineData(1, 0, 0)]
    public void A_page_must_hold_what_the_total_leaves_for_it(int page, long total, long expected) =>
        (DayWindow.Of(Today.AddDays(-30), Days, PageSize) with { Page = page }).Expected(total, Today).ShouldBe(expected);

    [Fact]
    public void Of_days_that_have_moved_no_page_is_expected_for_they_are_read_again() =>
        (DayWindow.Of(Today.AddDays(-30), Days, PageSize) with { Page = 2, Total = 7 }).Expected(6, Today).ShouldBeNull();

    /// <summary>The list as the licence system orders it: by touch; touching moves a dossier to the end of today.</summary>
    [Fact]
    public void No_dossier_of_past_days_is_missed_whatever_is_touched_meanwhile() => Sources.Sample(source =>
    {
        var touched = source.Touched.Select((day, i) => (Dossier: i, Order: day * 1000L + i)).ToDictionary(d => d.Dossier, d => d.Order);
        var (seen, later) = (new HashSet<int>(), new HashSet<int>());
        DayWindow? window = DayWindow.Of(Today.AddDays(-30), Days, PageSize);
        for (var call = 0; window is not null; call++)
        {
            foreach (var (_, dossier) in source.Touches.Where(touch => touch.Call == call && touched.ContainsKey(touch.Dossier)))
                if (later.Add(dossier))
                    touched[dossier] = 500 + call;

            var listed = touched.Where(d => IsIn(window, d.Value)).OrderBy(d => d.Value).Select(d => d.Key).ToList();
            seen.UnionWith(listed.Skip((window.Page - 1) * PageSize).Take(PageSize));
            window = window.Next(listed.Count, Today, Days);
            call.ShouldBeLessThan(500, "the windows never end");
        }

        // What was touched today while today was read is today's own affair: the lag reads today again.
        Enumerable.Range(0, source.Touched.Length).Where(dossier => source.Touched[dossier] < 0 && !later.Contains(dossier)).ShouldBeSubsetOf(seen);
    });

    private static bool IsIn(DayWindow window, long order)
    {
        var day = Today.AddDays((int)Math.Floor((order - 0.0) / 1000.0) is var d && order >= 0 ? 0 : d);
        return day >= window.First && day <= window.Last;
    }
}
