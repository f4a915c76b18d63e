using System.Buffers;
using System.Text.Json;
using IntegrationHub.Bench.Source;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Bench;

/// <summary>What the bench's source says: every dossier once, whatever the windows and the pages.</summary>
public sealed class SourceTests
{
    private const int Dossiers = 1_000;
    private static readonly DateOnly First = new(2026, 3, 1);
    private readonly LicencePages pages = new(new(Dossiers, First));

    [Theory]
    [InlineData(4, 1000)]
    [InlineData(4, 333)]
    [InlineData(1, 100)]
    [InlineData(2, 1)]
    public void Every_dossier_is_in_one_page_of_one_window(int days, int size)
    {
        var numbers = new List<string>();
        for (var day = First.AddDays(-days); day < First.AddDays(7); day = day.AddDays(days))
            numbers.AddRange(Read(day, day.AddDays(days - 1), size));

        numbers.Count.ShouldBe(Dossiers);
        numbers.ShouldBeUnique();
    }

    [Fact]
    public void A_record_was_touched_in_the_window_that_holds_it() =>
        Page(First, First, 1, Dossiers).GetProperty("data").EnumerateArray()
            .Select(record => record.GetProperty("NgayCapNhat").GetString()![..10]).Distinct().ShouldBe(["2026-03-01"]);

    [Fact]
    public void One_process_tells_another_which_dossiers_there_are()
    {
        var told = LicenceCalendar.Parse(new LicenceCalendar(Dossiers, First).ToString());

        (told.First, told.Touched(First, First.AddDays(7))).ShouldBe((First, (0, Dossiers)));
    }

    private IEnumerable<string> Read(DateOnly from, DateOnly to, int size)
    {
        for (var page = 1; ; page++)
        {
            var answer = Page(from, to, page, size);
            foreach (var record in answer.GetProperty("data").EnumerateArray())
                yield return record.GetProperty("MaHoSo").GetString()!;
            if (page * size >= answer.GetProperty("total").GetInt32())
                yield break;
        }
    }

    private JsonElement Page(DateOnly from, DateOnly to, int page, int size)
    {
        var answer = new ArrayBufferWriter<byte>();
        pages.Write(from, to, page, size, answer);
        return JsonDocument.Parse(answer.WrittenMemory).RootElement;
    }
}
