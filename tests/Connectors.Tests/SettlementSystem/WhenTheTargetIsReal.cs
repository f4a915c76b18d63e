using System.Globalization;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Packets;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>Against the settlement simulator as a process of its own, in both profiles.</summary>
public sealed class WhenTheTargetIsReal
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_sides_hold_the_same_after_a_batch_and_prove_it_by_digests()
    {
        await using var simulator = await SettlementSimulator.StartAsync("extended");
        var dossiers = Enumerable.Range(0, 1200).Select(i => Dossier(i, version: 1000 + i)).ToList();
        var rows = Enumerable.Range(0, 1200).SelectMany(i => new[] { Row(i, 1), Row(i, 2) }).ToList();

        (await simulator.Target.CapabilitiesAsync(Token)).Value.ShouldBe(new TargetCapabilities(TargetProfile.Extended, "sim-settlement", "test", 1000, 1000));
        (await simulator.Target.SendDossiersAsync(dossiers, Token)).ShouldAllBe(fate => fate == null);
        (await simulator.Target.SendProgressAsync(rows, Token)).ShouldAllBe(fate => fate == null);
        (await simulator.Target.SendProgressAsync(rows, Token)).ShouldAllBe(fate => fate == null);

        var stored = await simulator.Target.QueryAsync([.. dossiers.Take(50).Select(item => item.Number)], withProgress: true, Token);
        for (var i = 0; i < stored.Count; i++)
        {
            var dossier = stored[i].Value.ShouldNotBeNull();
            PacketDigest.TomTat(dossier.Packet).ShouldBe(PacketDigest.TomTat(dossiers[i].Packet));
            (dossier.Version, dossier.Tag).ShouldBe((1000 + i, "driving-licences"));
            dossier.Progress.ShouldNotBeNull()
                .Select(PacketDigest.RowHash)
                .ShouldBe([PacketDigest.RowHash(rows[2 * i].Row), PacketDigest.RowHash(rows[(2 * i) + 1].Row)]);
        }

        var buckets = (await simulator.Target.DigestAsync("", Token)).Value.ShouldNotBeNull();
        buckets.Sum(bucket => bucket.Count).ShouldBe(1200);
        foreach (var bucket in buckets)
        {
            var leaves = Enumerable.Range(0, 1200)
                .Where(i => PacketDigest.BucketKey(dossiers[i].Number).ToString().StartsWith(bucket.Prefix, StringComparison.Ordinal))
                .Select(i => Leaf(i, dossiers, rows));
            bucket.Digest.ShouldBe(leaves.Aggregate(Hash256.Zero, Hash256.Xor));
        }

        var listed = await ListAsync(simulator, buckets[3].Prefix);
        listed.Count.ShouldBe((int)buckets[3].Count);
        listed.ShouldBeInOrder(SortDirection.Ascending, Comparer<DossierDigest>.Create((one, other) => string.CompareOrdinal(one.Number, other.Number)));
        listed.ShouldAllBe(row => row.ProgressCount == 2 && row.Status == "2");
    }

    [Fact]
    public async Task Versions_are_judged_item_by_item()
    {
        await using var simulator = await SettlementSimulator.StartAsync("extended");
        (await simulator.Target.SendDossiersAsync([Dossier(1, 10), Dossier(2, 10), Dossier(3, 10)], Token)).ShouldAllBe(fate => fate == null);

        var fates = await simulator.Target.SendDossiersAsync(
        [
            Dossier(1, 9),
            Dossier(2, 10),
            Dossier(3, 10, note: "khac"),
            Dossier(4, 1) with { Packet = """{"MaHoSo":"H40.21-260115-0004"}""" },
        ], Token);

        fates.Select(fate => fate?.Name).ShouldBe(["NewerAtTarget", null, "NewerAtTarget", "Rejected"]);
        (await simulator.Target.SendDossiersAsync([Dossier(9, 1, mode: WriteMode.Update)], Token))[0].ShouldBeOfType<Fault.OutOfOrder>();
        (await simulator.Target.SendDossiersAsync([Dossier(1, 11, mode: WriteMode.Insert)], Token))[0].ShouldBeOfType<Fault.Duplicate>();
        (await simulator.Target.SendProgressAsync([Row(8, 1)], Token))[0].ShouldBeOfType<Fault.OutOfOrder>();
    }

    [Fact]
    public async Task A_basic_target_is_found_out_and_served_in_its_own_way()
    {
        await using var simulator = await SettlementSimulator.StartAsync("basic");
        var dossiers = Enumerable.Range(0, 100).Select(i => Dossier(i, 1, WriteMode.Insert)).ToList();

        (await simulator.Target.CapabilitiesAsync(Token)).Value.ShouldBe(new TargetCapabilities(TargetProfile.Basic, "", "", 1, 10));
        (await simulator.Target.SendDossiersAsync(dossiers, Token)).ShouldAllBe(fate => fate == null);
        (await simulator.Target.SendDossiersAsync(dossiers, Token)).ShouldAllBe(fate => fate is Fault.Duplicate);
        (await simulator.Target.SendDossiersAsync([Dossier(1, 1, WriteMode.Update, "moi"), Dossier(500, 1, WriteMode.Update)], Token))
            .Select(fate => fate?.Name).ShouldBe([null, "OutOfOrder"]);
        (await simulator.Target.SendProgressAsync([.. Enumerable.Range(1, 25).Select(step => Row(1, step)), Row(500, 1)], Token))
            .Select(fate => fate?.Name).ShouldBe([.. Enumerable.Repeat<string?>(null, 25), "OutOfOrder"]);

        var stored = await simulator.Target.QueryAsync([dossiers[1].Number, Dossier(500, 1).Number], withProgress: true, Token);
        PacketDigest.TomTat(stored[0].Value!.Packet).ShouldBe(PacketDigest.TomTat(Dossier(1, 1, note: "moi").Packet));
        (stored[0].Value!.Version, stored[0].Value!.Progress, stored[1].Value).ShouldBe((0, null, null));
    }

    [Fact]
    public async Task Under_every_fault_of_the_simulator_what_is_sent_again_until_it_is_accepted_is_stored()
    {
        await using var simulator = await SettlementSimulator.StartAsync("extended", "--faults", "on", "--seed", "7", "--stall", "0.1",
            "--rate", "throttled=0.05", "--rate", "unavailable=0.05", "--rate", "http500=0.08", "--rate", "cutBody=0.08",
            "--rate", "html=0.08", "--rate", "sessionExpired=0.08", "--rate", "timeoutBeforeCommit=0.01",
            "--rate", "timeoutAfterCommit=0.01");
        var open = Enumerable.Range(0, 200).Select(i => Dossier(i, 1)).ToList();
        var met = new HashSet<string>();

        for (var round = 0; open.Count > 0 && round < 100; round++)
        {
            var sending = Task.WhenAll(open.Chunk(5).Select(chunk => simulator.Target.SendDossiersAsync(chunk, Token)));
            var fates = (await simulator.Time.FinishAsync(sending, Token)).SelectMany(x => x).ToList();
            met.UnionWith(fates.OfType<Fault>().Select(fault => fault.Name));
            open = [.. open.Where((_, i) => fates[i] is not null)];
            if (fates.OfType<Fault.Throttled>().Any(wait => wait.Until > simulator.Time.GetUtcNow()))
                simulator.Time.SetUtcNow(fates.OfType<Fault.Throttled>().Max(wait => wait.Until));
        }

        open.ShouldBeEmpty();
        met.ShouldContain("UnknownOutcome");
        met.ShouldBeSubsetOf(["UnknownOutcome", "Throttled", "Transient"]);
        await simulator.FaultsAsync(on: false);
        (await simulator.StatsAsync()).GetProperty("dossiers").GetInt64().ShouldBe(200);
    }

    private static Hash256 Leaf(int i, List<DossierItem> dossiers, List<ProgressItem> rows) => PacketDigest.Leaf(
        dossiers[i].Number, PacketDigest.TomTat(dossiers[i].Packet), 2, PacketDigest.RowHash(rows[2 * i].Row) ^ PacketDigest.RowHash(rows[(2 * i) + 1].Row));

    private static async Task<List<DossierDigest>> ListAsync(SettlementSimulator simulator, string prefix)
    {
        var all = new List<DossierDigest>();
        while ((await simulator.Target.ListAsync(prefix, all.LastOrDefault()?.Number ?? "", 20, Token)).Value.ShouldNotBeNull() is { Count: > 0 } page)
            all.AddRange(page);
        return all;
    }

    private static DossierItem Dossier(int i, long version, WriteMode mode = WriteMode.Upsert, string note = "") => new(Number(i), version, $$"""
        {"MaHoSo":"{{Number(i)}}","MaTTHC":"1.002820","TenTTHC":"Cấp lại Giấy phép lái xe","MaLinhVuc":"G01-GPLX","TenLinhVuc":"Sát hạch, cấp giấy phép lái xe",
        "KenhThucHien":"1","ChuHoSo":"NGUYỄN VĂN MẪU","LoaiDoiTuong":"1","MaDoiTuong":"","ThongTinKhac":"","Email":"","Fax":"",
        "SoDienThoai":"0900000{{i % 1000:D3}}",
        "TrichYeuHoSo":"Cấp lại\u00A0🚗","NgayTiepNhan":"20260115081500","NgayHenTra":"20260116170000","TrangThaiHoSo":"2",
        "NgayTra":"","ThongTinTra":"","HinhThuc":"0",
        "NgayKetThucXuLy":"","DonViXuLy":"Sở Xây dựng","GhiChu":"{{note}}","TaiLieuNop":[{{Paper(2)}},{{Paper(1)}}],"DanhSachLePhi":[],
        "DanhSachTepDinhKemKhac":[],"DanhSachHoSoBoSung":[],"DanhSachGiayToKetQua":[]}
        """, mode, "driving-licences");

    private static string Paper(int id) => $$"""
        {"TepDinhKemId":"{{id}}","TenTepDinhKem":"","IsDeleted":"False","MaThanhPhanHoSo":"","DuongDanTaiTepTin":""}
        """;

    private static ProgressItem Row(int i, int step) => new(Number(i), $$"""
        {"MaHoSo":"{{Number(i)}}","NguoiXuLy":"Trần Thị Mẫu","ChucDanh":"Chuyên viên",
        "ThoiDiemXuLy":"20260115{{9 + (step / 60):D2}}{{step % 60:D2}}00","PhongBanXuLy":"Bộ phận Một cửa","NoiDungXuLy":"Bước {{step}}",
        "TrangThai":"2","NgayBatDau":"20260115081500","NgayKetThucTheoQuyDinh":"20260116170000"}
        """);

    private static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"H40.21-260115-{i:D4}");
}
