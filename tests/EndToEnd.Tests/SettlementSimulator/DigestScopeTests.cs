using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class DigestScopeTests
{
    [Fact]
    public async Task An_account_sees_what_it_has_written_as_it_stands_now_whoever_changed_it_since()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");
        using var counter = await simulator.SignInAsync("counter");
        using var auditor = await simulator.SignInAsync("auditor");
        await hub.WriteAsync("Upsert", Samples.Dossier("A-1", "1"), Samples.Dossier("A-2", "1"));
        await counter.WriteAsync("Upsert", Samples.Dossier("A-2", "2", "sửa"), Samples.Dossier("A-3", "1"));

        (await hub.ListAsync()).Select(Line).ShouldBe(["A-1 1", "A-2 2"]);
        (await counter.ListAsync()).Select(Line).ShouldBe(["A-2 2", "A-3 1"]);
        (await auditor.ListAsync()).Raw().ShouldBe((await hub.ListAsync()).Raw());
        (await auditor.GroupsAsync()).Raw().ShouldBe((await hub.GroupsAsync()).Raw());
        (await counter.GroupsAsync()).Sum(group => int.Parse(group.Text("soLuong"), CultureInfo.InvariantCulture)).ShouldBe(2);
        (await auditor.WriteAsync("Upsert", Samples.Dossier("A-4", "1"))).Code().ShouldBe("403");
    }

    [Fact]
    public async Task The_same_version_sent_by_another_account_makes_the_dossier_its_own_too()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");
        using var counter = await simulator.SignInAsync("counter");
        await counter.WriteAsync("Upsert", Samples.Dossier("A-1", "1"));
        (await hub.ListAsync()).ShouldBeEmpty();

        (await hub.WriteAsync("Upsert", Samples.Dossier("A-1", "1"))).ItemCodes().ShouldBe("0");
        await simulator.KillAsync();
        await simulator.StartAsync();
        using var hubAgain = await simulator.SignInAsync("hub");

        (await hubAgain.ListAsync()).Select(Line).ShouldBe(["A-1 1"]);
    }

    [Fact]
    public async Task A_dossier_that_changes_its_nguon_moves_from_one_filter_to_the_other()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("A-1", "1").With("nguon", "land"), Samples.Dossier("A-2", "1").With("nguon", "tax"));
        await hub.WriteAsync("Upsert", Samples.Dossier("A-1", "2").With("nguon", "tax"));

        (await hub.ListAsync("land")).ShouldBeEmpty();
        (await hub.ListAsync("tax")).Select(Line).ShouldBe(["A-1 2", "A-2 1"]);
        (await hub.GroupsAsync(nguon: "land")).ShouldAllBe(group => group.Text("tomTat") == new string('0', 64));
        (await hub.GroupsAsync(nguon: "tax")).Raw().ShouldBe((await hub.GroupsAsync()).Raw());
    }

    [Fact]
    public async Task Lists_are_ordered_by_bytes_and_end_with_an_empty_page_and_buckets_hold_the_XOR_of_their_leaves()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");
        string[] keys = [.. Enumerable.Range(0, 900).Select(i => $"{(i % 2 == 0 ? 'h' : 'H')}40-{i % 97}-{i}")];
        await hub.WriteAsync("Upsert", [.. keys.Select(key => Samples.Dossier(key, "1", key))]);
        await hub.WriteAsync("Upsert", [.. keys.Where((_, i) => i % 3 == 0).Select(key => Samples.Dossier(key, "2"))]);
        await hub.WriteRowsAsync([.. keys.Where((_, i) => i % 5 == 0).SelectMany(key => new[] { Samples.Row(key), Samples.Row(key, "hai") })]);

        var all = await PagesAsync(hub, "DanhSachTomTat", "", 128);
        all.Select(row => row.Text("MaHoSo")).ShouldBe(keys.Order(StringComparer.Ordinal));
        foreach (var prefix in new[] { "", "3", "3b", "3b0", "3b0c", "3b0cd" })
        {
            foreach (var group in await hub.GroupsAsync(prefix))
            {
                var rows = await PagesAsync(hub, "DanhSachTomTatNhom", group.Text("tienTo"), 7);
                rows.Raw().ShouldBe(all.Where(row => Sha256(row.Text("MaHoSo")).StartsWith(group.Text("tienTo"), StringComparison.Ordinal)).Raw());
                group.Text("soLuong").ShouldBe(rows.Count.ToString(CultureInfo.InvariantCulture));
                group.Text("tomTat").ShouldBe(Xor(rows.Select(Leaf)));
            }
        }
    }

    [Theory]
    [InlineData("TomTatNhom", """{}""")]
    [InlineData("TomTatNhom", """{"tienTo":"A"}""")]
    [InlineData("TomTatNhom", """{"tienTo":"g"}""")]
    [InlineData("TomTatNhom", """{"tienTo":"01234567"}""")]
    [InlineData("DanhSachTomTatNhom", """{"tienTo":"","sau":"","soLuong":"1"}""")]
    [InlineData("DanhSachTomTatNhom", """{"tienTo":"012345678","sau":"","soLuong":"1"}""")]
    [InlineData("DanhSachTomTat", """{"soLuong":"1"}""")]
    [InlineData("DanhSachTomTat", """{"sau":"","soLuong":1}""")]
    [InlineData("DanhSachTomTat", """{"sau":"","soLuong":"0"}""")]
    [InlineData("DanhSachTomTat", """{"sau":"","soLuong":"1","nguon":1}""")]
    [InlineData("TraCuuHoSo", """{"mahoso":7}""")]
    [InlineData("TraCuuHoSo", """{"mahoso":"Đ"}""")]
    public async Task A_question_with_a_malformed_member_is_refused(string service, string members)
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        using var hub = await simulator.SignInAsync("hub");

        (await hub.CallAsync(service, JsonNode.Parse(members)!.AsObject())).Code().ShouldBe("1");
    }

    private static async Task<List<JsonElement>> PagesAsync(SettlementClient client, string service, string prefix, int size)
    {
        var rows = new List<JsonElement>();
        while (true)
        {
            var page = await client.ReadAsync(service, new JsonObject
            {
                ["tienTo"] = prefix,
                ["sau"] = rows.Count == 0 ? "" : rows[^1].Text("MaHoSo"),
                ["soLuong"] = size.ToString(CultureInfo.InvariantCulture),
            });
            if (page.Length == 0)
                return rows;
            rows.AddRange(page);
        }
    }

    private static string Line(JsonElement row) => $"{row.Text("MaHoSo")} {row.Text("PhienBan")}";

    private static string Leaf(JsonElement row) =>
        Sha256($"{row.Text("MaHoSo")}|{row.Text("TomTat")}|{row.Text("SoTienDo")}|{row.Text("TomTatTienDo")}");

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Xor(IEnumerable<string> hashes) => Convert.ToHexStringLower(hashes
        .Select(Convert.FromHexString)
        .Aggregate(new byte[32], (sum, hash) => [.. sum.Zip(hash, (left, right) => (byte)(left ^ right))]));
}
