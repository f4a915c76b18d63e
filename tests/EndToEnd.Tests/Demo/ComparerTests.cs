using System.Text.Json.Nodes;
using IntegrationHub.Demo.Compare;
using IntegrationHub.Demo.Wire;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>The comparer against a real target that holds planted differences: it must find each.</summary>
public sealed class ComparerTests(SimulatedTarget target) : IClassFixture<SimulatedTarget>
{
    private const string Number = "H40.13-260115-0001";

    [Fact]
    public async Task A_target_that_equals_the_truth_has_no_difference() =>
        (await CompareAsync(stored: [Dossier()], truth: [Dossier()])).Total.ShouldBe(0);

    [Fact]
    public async Task A_missing_dossier_is_found() =>
        await ShouldFindAsync(FindingKind.Missing, stored: [], truth: [Dossier()]);

    [Fact]
    public async Task A_changed_member_is_found() =>
        await ShouldFindAsync(FindingKind.Content, stored: [With("GhiChu", "other")], truth: [Dossier()]);

    [Fact]
    public async Task A_member_that_was_lost_is_found() =>
        await ShouldFindAsync(FindingKind.Content, stored: [Dossier()], truth: [With("GhiChu", "lost")]);

    [Fact]
    public async Task A_reordered_list_is_found() =>
        await ShouldFindAsync(
            FindingKind.Content, stored: [With("DinhDanhCHS", Identities("2", "1"))], truth: [With("DinhDanhCHS", Identities("1", "2"))]);

    [Fact]
    public async Task A_dossier_that_no_source_knows_is_found() =>
        await ShouldFindAsync(FindingKind.Extra, stored: [Dossier()], truth: []);

    [Fact]
    public async Task A_dossier_that_should_not_be_there_is_found()
    {
        await target.StoreAsync([Dossier()], []);
        (await CompareAsync(Truth(null, bad: true))).Counts.Keys.ShouldContain((FindingKind.Extra, false));
    }

    [Fact]
    public async Task A_missing_progress_row_is_found() =>
        await ShouldFindAsync(FindingKind.ProgressMissing, stored: [Dossier()], truth: [Dossier()], rowsExpected: [Row("Tiếp nhận")]);

    [Fact]
    public async Task A_surplus_progress_row_is_found() =>
        await ShouldFindAsync(FindingKind.ProgressExtra, stored: [Dossier()], truth: [Dossier()], rowsStored: [Row("Tiếp nhận")]);

    private async Task ShouldFindAsync(
        FindingKind kind, JsonObject[] stored, JsonObject[] truth, JsonObject[]? rowsStored = null, JsonObject[]? rowsExpected = null)
    {
        var findings = await CompareAsync(stored, truth, rowsStored, rowsExpected);
        findings.Counts.ShouldHaveSingleItem().Key.ShouldBe((kind, false));
    }

    private async Task<Findings> CompareAsync(
        JsonObject[] stored, JsonObject[] truth, JsonObject[]? rowsStored = null, JsonObject[]? rowsExpected = null)
    {
        await target.StoreAsync(stored, rowsStored ?? []);
        return await CompareAsync([.. truth.SelectMany(packet => Truth(packet, bad: false, rowsExpected))]);
    }

    private Task<Findings> CompareAsync(TruthLine[] truth) => new Comparer(target.Auditor, extended: true).CompareAsync(
        truth.ToAsyncEnumerable(), new Excuses(), TestContext.Current.CancellationToken);

    private static TruthLine[] Truth(JsonObject? packet, bool bad, JsonObject[]? rows = null) =>
        [Truths.Line(Number, packet, bad) with { Progress = [.. (rows ?? []).Select(row => row.Element())] }];

    private static JsonObject Dossier() => SimulatedTarget.Dossier(Number);

    private static JsonObject With(string member, JsonNode value)
    {
        var dossier = Dossier();
        dossier[member] = value;
        return dossier;
    }

    private static JsonArray Identities(params string[] numbers) =>
        [.. numbers.Select(n => (JsonNode)new JsonObject { ["LoaiDinhDanh"] = "1", ["SoDinhDanh"] = $"99900000000{n}" })];

    private static JsonObject Row(string content) => new()
    {
        ["MaHoSo"] = Number,
        ["NguoiXuLy"] = "Trần Thị Mẫu",
        ["ChucDanh"] = "",
        ["ThoiDiemXuLy"] = "20260115093000",
        ["PhongBanXuLy"] = "",
        ["NoiDungXuLy"] = content,
        ["TrangThai"] = "2",
        ["NgayBatDau"] = "",
        ["NgayKetThucTheoQuyDinh"] = "",
    };
}
