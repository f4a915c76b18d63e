using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Demo.Processes;
using IntegrationHub.Demo.Wire;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>A simulated settlement system, started afresh for every test's contents.</summary>
public sealed class SimulatedTarget : IAsyncDisposable
{
    private static readonly string[] Empty =
        ["ChuHoSo", "MaDoiTuong", "ThongTinKhac", "Email", "Fax", "SoDienThoai", "NgayHenTra", "NgayTra", "ThongTinTra", "NgayKetThucXuLy", "GhiChu"];

    private static readonly string[] Lists =
        ["TaiLieuNop", "DanhSachLePhi", "DanhSachTepDinhKemKhac", "DanhSachHoSoBoSung", "DanhSachGiayToKetQua"];

    private readonly TemporaryFolder folder = new();
    private int starts;
    private Child? child;
    private ServiceClient? auditor;

    internal ServiceClient Auditor => auditor!;

    /// <summary>Starts an empty target and lets the hub's account write this.</summary>
    internal async Task StoreAsync(JsonObject[] dossiers, JsonObject[] rows)
    {
        await StopAsync();
        var start = Programs.Settlement(
            "--state", Path.Combine(folder.Path, $"{++starts}"), "--profile", "extended", "--port", "0", "--seed", "1",
            "--faults", "off", "--die-with-parent");
        var (hub, reader) = (Account.Invented("hub"), Account.Invented("auditor"));
        start.Environment["SIM_SETTLEMENT_ACCOUNTS"] = $"hub={hub.Password};auditor={reader.Password}";
        start.Environment["SIM_SETTLEMENT_AUDITS"] = "auditor=hub";
        child = await Child.StartAsync("sim-settlement", start, folder.Path, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        auditor = new(new() { BaseAddress = child.Address }, reader);

        using var writer = new ServiceClient(new() { BaseAddress = child.Address }, hub);
        foreach (var dossier in dossiers)
            dossier["PhienBan"] = "1";
        await WriteAsync(writer, "DongBoHoSoMC", dossiers);
        await WriteAsync(writer, "CapNhatTienDoHoSoMC", rows);
    }

    private static async Task WriteAsync(ServiceClient writer, string service, JsonObject[] items)
    {
        if (items.Length == 0)
            return;
        var members = new JsonObject { ["isUpdating"] = "Upsert", ["data"] = new JsonArray([.. items]) };
        var answer = await writer.CallAsync(service, members, TestContext.Current.CancellationToken);
        answer.Rows.Select(row => row.GetProperty("error_code").GetString()).ShouldAllBe(code => code == "0");
    }

    internal static JsonObject Dossier(string number)
    {
        var dossier = new JsonObject
        {
            ["MaHoSo"] = number,
            ["MaTTHC"] = "1.013227",
            ["TenTTHC"] = "Gia hạn giấy phép xây dựng",
            ["MaLinhVuc"] = "G09-XD",
            ["TenLinhVuc"] = "Xây dựng",
            ["LoaiDoiTuong"] = "1",
            ["TrichYeuHoSo"] = "Gia hạn",
            ["NgayTiepNhan"] = "20260115081500",
            ["TrangThaiHoSo"] = "2",
            ["HinhThuc"] = "0",
            ["DonViXuLy"] = "Sở Xây dựng",
            ["nguon"] = Truths.Source,
        };
        foreach (var member in Empty)
            dossier[member] = "";
        foreach (var member in Lists)
            dossier[member] = new JsonArray();
        return dossier;
    }

    private async Task StopAsync()
    {
        auditor?.Dispose();
        if (child is not null)
            await child.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }
}

internal static class Nodes
{
    public static JsonElement Element(this JsonNode node) => JsonSerializer.SerializeToElement(node);
}
