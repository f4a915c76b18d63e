using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>The exact text that goes over the wire, in both profiles.</summary>
public sealed class CallShapeTests
{
    /// <summary>A packet whose text no writer would give back as it is: spaces, escapes, an emoji, a lone number.</summary>
    private const string Odd = """{ "MaHoSo" : "HS-1", "ChuHoSo":"NGUY\u1EC4N \u00A0 🏠", "GhiChu":"a\/b", "Khac": 1.50 , "TaiLieuNop":[ ] } """;

    [Fact]
    public async Task A_basic_target_gets_one_dossier_a_call_and_its_text_untouched()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("DongBoHoSoMC", Reactions.Accept);

        var fates = await rig.Target.SendDossiersAsync(
        [
            new("HS-1", 5, Odd, WriteMode.Insert, "tag"),
            new("HS-2", 6, """{"MaHoSo":"HS-2"}""", WriteMode.Update, "tag"),
        ], Rig.Token);

        fates.ShouldBe([null, null]);
        Sent(rig, "DongBoHoSoMC").ShouldBe(
        [
            Call("DongBoHoSoMC", $$""" "isUpdating":"False","data":[{{Odd}}]"""),
            Call("DongBoHoSoMC", """ "isUpdating":"True","data":[{"MaHoSo":"HS-2"}]"""),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task An_extended_target_gets_all_of_one_mode_in_a_call_with_version_and_tag_spliced_into_the_text()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.AcceptItems);

        var fates = await rig.Target.SendDossiersAsync(
        [
            new("HS-1", 9223372036854775807, Odd, WriteMode.Upsert, "land-registry"),
            new("HS-3", 1, """{"MaHoSo":"HS-3"}""", WriteMode.Insert, ""),
            new("HS-2", 6, """{"MaHoSo":"HS-2"}""", WriteMode.Upsert, "a\"b"),
        ], Rig.Token);

        fates.ShouldBe([null, null, null]);
        Sent(rig, "DongBoHoSoMC").ShouldBe(
        [
            Call("DongBoHoSoMC", $$""" "isUpdating":"Upsert","data":[{{Odd.TrimEnd()[..^1]}}"""
                + ""","PhienBan":"9223372036854775807","nguon":"land-registry"},"""
                + """{"MaHoSo":"HS-2","PhienBan":"6","nguon":"a\"b"}]"""),
            Call("DongBoHoSoMC", """ "isUpdating":"False","data":[{"MaHoSo":"HS-3","PhienBan":"1"}]"""),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task An_extended_target_gets_no_more_dossiers_a_call_than_it_takes()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Extended(maxDossiers: 3)).On("DongBoHoSoMC", Reactions.AcceptItems);

        (await rig.Target.SendDossiersAsync([.. Enumerable.Range(0, 7).Select(i => Rig.Dossier($"HS-{i}"))], Rig.Token)).ShouldAllBe(fate => fate == null);

        rig.Server.Count("DongBoHoSoMC").ShouldBe(3);
    }

    [Fact]
    public async Task A_basic_target_gets_ten_rows_of_one_dossier_a_call_in_their_order()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("CapNhatTienDoHoSoMC", Reactions.Accept);
        var rows = Enumerable.Range(1, 12).Select(step => Rig.Row("HS-1", step)).ToList();
        rows.Insert(5, Rig.Row("HS-2", 1));

        (await rig.Target.SendProgressAsync(rows, Rig.Token)).ShouldAllBe(fate => fate == null);

        Sent(rig, "CapNhatTienDoHoSoMC").Where(body => body.Contains("HS-1")).ShouldBe(
        [
            Call("CapNhatTienDoHoSoMC", $" \"data\":[{string.Join(',', Enumerable.Range(1, 10).Select(step => Rig.Row("HS-1", step).Row))}]"),
            Call("CapNhatTienDoHoSoMC", $" \"data\":[{Rig.Row("HS-1", 11).Row},{Rig.Row("HS-1", 12).Row}]"),
        ]);
        Sent(rig, "CapNhatTienDoHoSoMC").Where(body => body.Contains("HS-2"))
            .ShouldHaveSingleItem()
            .ShouldBe(Call("CapNhatTienDoHoSoMC", $" \"data\":[{Rig.Row("HS-2", 1).Row}]"));
    }

    [Fact]
    public async Task An_extended_target_gets_rows_of_many_dossiers_in_one_call()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("CapNhatTienDoHoSoMC", Reactions.AcceptItems);

        (await rig.Target.SendProgressAsync([Rig.Row("HS-1", 1), Rig.Row("HS-2", 1), Rig.Row("HS-1", 2)], Rig.Token)).ShouldBe([null, null, null]);

        Sent(rig, "CapNhatTienDoHoSoMC").ShouldHaveSingleItem()
            .ShouldBe(Call("CapNhatTienDoHoSoMC", $" \"data\":[{Rig.Row("HS-1", 1).Row},{Rig.Row("HS-2", 1).Row},{Rig.Row("HS-1", 2).Row}]"));
    }

    [Fact]
    public async Task Every_call_says_its_length_even_a_thousand_dossiers()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.AcceptItems);
        var filler = new string('ế', 1000);

        var dossiers = Enumerable.Range(0, 1000)
            .Select(i => new DossierItem($"HS-{i}", i, $$"""{"MaHoSo":"HS-{{i}}","GhiChu":"{{filler}}"}""", WriteMode.Upsert, "t"));
        var fates = await rig.Target.SendDossiersAsync([.. dossiers], Rig.Token);

        fates.ShouldAllBe(fate => fate == null);
        var call = rig.Server.Calls.Last();
        call.ContentLength.ShouldBe(System.Text.Encoding.UTF8.GetByteCount(call.Body).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_digest_services_are_asked_as_the_profile_spells_them()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TomTatNhom", Reactions.Accept).On("DanhSachTomTatNhom", Reactions.Accept);

        await rig.Target.DigestAsync("a3", Rig.Token);
        (await rig.Target.ListAsync("a3e", "HS-1", 500, Rig.Token)).Value.ShouldBeEmpty();

        Sent(rig, "TomTatNhom").ShouldHaveSingleItem().ShouldBe(Call("TomTatNhom", """ "tienTo":"a3" """));
        Sent(rig, "DanhSachTomTatNhom").ShouldHaveSingleItem().ShouldBe(Call("DanhSachTomTatNhom", """ "tienTo":"a3e","sau":"HS-1","soLuong":"500" """));
    }

    [Fact]
    public async Task Upsert_is_never_sent_to_a_basic_target()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.Drift>();
        (await rig.Target.DigestAsync("", Rig.Token)).Fault.ShouldBeOfType<Fault.Drift>();
        rig.Server.Count("DongBoHoSoMC").ShouldBe(0);
    }

    private static string Call(string service, string members) =>
        $$"""{"session":"session-1","madonvi":"000.00.00.H40","service":"{{service}}",{{members.Trim(' ')}}}""";

    private static List<string> Sent(Rig rig, string service) => [.. rig.Server.Calls.Where(call => call.Service == service).Select(call => call.Body)];
}
