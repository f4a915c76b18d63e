using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.Sim.Sources.Faces;
using Shouldly;
using Xunit;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class ConstructionViewTests
{
    [Fact]
    public async Task A_bulk_job_leaves_a_tie_of_more_than_a_hundred_rows()
    {
        await using var sources = await RunningSources.StartAsync();
        sources.View().GroupBy(Updated).Max(tie => tie.Count()).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Each_wave_shows_rows_dated_up_to_a_minute_before_the_newest_already_shown()
    {
        await using var sources = await RunningSources.StartAsync(5000);
        for (var wave = 1; wave <= 3; wave++)
        {
            var before = sources.View().ToDictionary(Key);
            var newest = before.Values.Where(IsPast).Max(Time);
            await sources.AdvanceAsync();
            var changed = sources.View().Where(row => Updated(row) != Updated(before[Key(row)]) && IsPast(row)).ToList();

            changed.ShouldContain(row => Time(row) > newest, $"wave {wave}");
            var late = changed.Where(row => Time(row) < newest).ToList();
            late.ShouldNotBeEmpty($"wave {wave}");
            late.ShouldAllBe(row => newest - Time(row) <= TimeSpan.FromSeconds(60));
        }
    }

    [Fact]
    public async Task The_waves_move_statuses_and_promised_days_and_then_stop()
    {
        await using var sources = await RunningSources.StartAsync(5000);
        var first = sources.View().ToDictionary(Key);
        for (var wave = 0; wave < 3; wave++) await sources.AdvanceAsync();
        var last = sources.View();
        var answer = await sources.AdvanceAsync();

        last.ShouldContain(row => !Equals(row["trang_thai"], first[Key(row)]["trang_thai"]));
        last.ShouldContain(row => !Equals(row["ngay_hen_tra"], first[Key(row)]["ngay_hen_tra"]) && first[Key(row)]["ngay_hen_tra"] != null);
        ((int)answer["wave"]!).ShouldBe(3);
        sources.View().Select(Updated).ShouldBe(last.Select(Updated));
    }

    [Fact]
    public async Task A_good_row_says_what_the_truth_expects()
    {
        await using var sources = await RunningSources.StartAsync(2000);
        await sources.AdvanceAsync();
        var truth = (await sources.LinesAsync("/sim/truth")).ToDictionary(line => (string)line["MaHoSo"]!);
        foreach (var row in sources.View().Where(row => !(bool)truth[Key(row)]["bad"]!))
        {
            var expected = truth[Key(row)]["expected"]!;
            Forms((string)expected["ChuHoSo"]!).ShouldContain((string)row["chu_dau_tu"]!);
            Forms((string)expected["TrichYeuHoSo"]!).ShouldContain((string)row["noi_dung"]!);
            Status((string)row["trang_thai"]!).ShouldBe((string)expected["TrangThaiHoSo"]!);
            Packet(row["ngay_tiep_nhan"], "dd/MM/yyyy HH:mm:ss").ShouldBe((string)expected["NgayTiepNhan"]!);
            Packet(row["ngay_hen_tra"], "dd/MM/yyyy").ShouldBe((string)expected["NgayHenTra"]!);
            Packet(row["ngay_tra"], "dd.MM.yyyy HH:mm:ss").ShouldBe((string)expected["NgayTra"]!);
            (row["so_giay_phep"] is null).ShouldBe((string)expected["GhiChu"]! == "");
            expected["DanhSachGiayToKetQua"]!.AsArray().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_row_is_TCVN3_or_Unicode_and_there_are_rows_of_either()
    {
        await using var sources = await RunningSources.StartAsync();
        var contents = sources.View().Select(row => (string)row["noi_dung"]!).ToList();
        contents.ShouldContain(text => text.StartsWith(Tcvn3.Encode("Gia hạn giấy phép"), StringComparison.Ordinal));
        contents.ShouldContain(text => text.StartsWith("Gia hạn giấy phép", StringComparison.Ordinal));
        contents.ShouldContain(text => text.StartsWith("Gia hạn".Normalize(NormalizationForm.FormD), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_texts_come_in_both_forms_of_Unicode_in_any_case_and_with_stray_spaces()
    {
        await using var sources = await RunningSources.StartAsync();
        var texts = sources.View().Select(row => (string)row["trang_thai"]!).ToList();
        texts.ShouldContain(text => !text.IsNormalized(NormalizationForm.FormC));
        texts.ShouldContain(text => text.IsNormalized(NormalizationForm.FormC) && !text.Any(char.IsLower));
        texts.ShouldContain(text => text.Trim() != text);
    }

    private static string[] Forms(string text) => [Tcvn3.Encode(text), text, text.Normalize(NormalizationForm.FormD)];

    private static string Status(string text)
    {
        var plain = Regex.Replace(text.Normalize(NormalizationForm.FormC).ToLowerInvariant(), " +", " ").Trim();
        return (StatusText.Known.ToList().IndexOf(plain) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Packet(object? text, string format) => text is null
        ? ""
        : DateTime.ParseExact((string)text, format, CultureInfo.InvariantCulture).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static string Key(Row row) => (string)row["ma_ho_so"]!;

    private static string Updated(Row row) => (string)row["updated_at"]!;

    private static DateTime Time(Row row) => DateTime.ParseExact(Updated(row), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static bool IsPast(Row row) => Time(row).Year == 2026;
}
