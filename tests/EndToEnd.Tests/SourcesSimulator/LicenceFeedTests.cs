using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class LicenceFeedTests
{
    [Fact]
    public async Task Pages_together_hold_every_licence_once_in_order()
    {
        await using var sources = await RunningSources.StartAsync(2000);
        var records = await AllAsync(sources, 100);

        records.Select(record => (string)record["MaHoSo"]!).Distinct().Count().ShouldBe(800);
        records.Count.ShouldBe(800);
        var keys = records.Select(record => ((string)record["NgayCapNhat"]!, (string)record["MaHoSo"]!)).ToList();
        keys.ShouldBe(keys
            .OrderBy(key => key.Item1, StringComparer.Ordinal)
            .ThenBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key.Item2)), StringComparer.Ordinal));
        keys.GroupBy(key => key.Item1).Max(tie => tie.Count()).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_wave_moves_records_to_new_days_and_loses_none()
    {
        await using var sources = await RunningSources.StartAsync(2000);
        await sources.AdvanceAsync();
        (await AllAsync(sources, 1000)).Select(record => (string)record["MaHoSo"]!).Distinct().Count().ShouldBe(800);
        var session = await LoginAsync(sources);
        ((int)(await ListAsync(sources, session, "2026-06-27", "2026-06-27", 1, 500))["total"]!).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_good_record_says_what_the_truth_expects()
    {
        await using var sources = await RunningSources.StartAsync(2000);
        await sources.AdvanceAsync();
        var truth = (await sources.LinesAsync("/sim/truth")).ToDictionary(line => (string)line["MaHoSo"]!);
        foreach (var record in await AllAsync(sources, 500))
        {
            var line = truth[(string)record["MaHoSo"]!];
            if ((bool)line["bad"]!) continue;
            var expected = line["expected"]!;
            ((string)record["ChuHoSo"]!).Normalize(NormalizationForm.FormC).ShouldBe((string)expected["ChuHoSo"]!);
            ((string)record["TrangThaiHoSo"]!).ShouldBe((string)expected["TrangThaiHoSo"]!);
            ((string)record["NgayHenTra"]!).PadRight(14, '0').ShouldBe(((string)expected["NgayHenTra"]!).PadRight(14, '0'));
            ((string)record["NgayTra"]!).ShouldBe((string)expected["NgayTra"]!);
            record["TienDo"]!.AsArray().Count.ShouldBe(line["progress"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_wrong_password_gets_no_session()
    {
        await using var sources = await RunningSources.StartAsync(50);
        var answer = await sources.PostAsync("/gplx/api/login", new { username = "gplx", password = "wrong" });
        ((string)answer["error_code"]!).ShouldBe("1");
        ((string)answer["session"]!).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_ends_after_200_calls_and_no_other_ends_with_it()
    {
        await using var sources = await RunningSources.StartAsync(50);
        var (one, other) = (await LoginAsync(sources), await LoginAsync(sources));
        for (var call = 1; call <= 200; call++) (await CodeAsync(sources, one)).ShouldBe("0", $"call {call}");
        (await CodeAsync(sources, one)).ShouldBe("401");
        (await CodeAsync(sources, one)).ShouldBe("401");
        (await CodeAsync(sources, other)).ShouldBe("0");
        (await CodeAsync(sources, "never-given")).ShouldBe("401");
    }

    private static async Task<string> CodeAsync(RunningSources sources, string session) =>
        (string)(await ListAsync(sources, session, "2026-01-01", "2026-12-31", 1, 1))["error_code"]!;

    private static async Task<string> LoginAsync(RunningSources sources) =>
        (string)(await sources.PostAsync("/gplx/api/login", new { username = "gplx", password = "pw" }))["session"]!;

    private static Task<JsonNode> ListAsync(RunningSources sources, string session, string from, string to, int page, int rows) =>
        sources.PostAsync("/gplx/api/DanhSachHoSo", new
        {
            session,
            service = "DanhSachHoSo",
            donViXuLy = "H40.21",
            ngayNhan1 = from,
            ngayNhan2 = to,
            trang = page,
            soDong = rows,
        });

    private static async Task<List<JsonNode>> AllAsync(RunningSources sources, int rows)
    {
        var session = await LoginAsync(sources);
        var all = new List<JsonNode>();
        for (var page = 1; ; page++)
        {
            var answer = await ListAsync(sources, session, "2026-01-01", "2026-12-31", page, rows);
            all.AddRange(answer["data"]!.AsArray().Select(record => record!));
            if (all.Count >= (int)answer["total"]!) return all;
        }
    }
}
