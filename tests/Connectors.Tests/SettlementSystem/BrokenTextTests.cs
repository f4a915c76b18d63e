using System.Text;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>
/// Answers that parse as JSON and whose text nobody can read all the same: bytes that are no UTF-8 (an old code page, a text cut by
/// its bytes) and half surrogate pairs. <c>¤</c> stands for the broken spot.
/// </summary>
public sealed class BrokenTextTests
{
    public static TheoryData<string> Breaks => ["byte", "surrogate"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_refusal_whose_words_are_broken_is_a_refusal_without_words(string broken)
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("DongBoHoSoMC", Body("""{"error_code":"1","message":"Sai ¤","result":[]}""", broken));

        var fate = (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1", mode: WriteMode.Insert)], Rig.Token)).ShouldHaveSingleItem();

        fate.ShouldBeOfType<Fault.Rejected>().Message.ShouldContain("does not say why");
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Broken_words_about_one_item_do_not_spoil_the_fates_of_the_others(string broken)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Body("""
            {"error_code":"0","message":"","result":[
             {"MaHoSo":"HS-1","error_code":"0","message":""},{"MaHoSo":"HS-2","error_code":"1","message":"¤"}]}
            """, broken));

        var fates = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1"), Rig.Dossier("HS-2")], Rig.Token);

        fates.Select(fate => fate?.Name).ShouldBe([null, "Rejected"]);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_broken_code_decides_nothing(string broken)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Body("""{"error_code":"¤","message":"","result":[]}""", broken));

        var fates = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token);

        fates.ShouldHaveSingleItem().ShouldBeOfType<Fault.UnknownOutcome>();
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_broken_code_of_one_item_leaves_the_call_unknown(string broken)
    {
        await using var rig = await Rig.StartAsync();
        var answer = """{"error_code":"0","message":"","result":[{"MaHoSo":"HS-1","error_code":"¤","message":""}]}""";
        rig.Server.On("DongBoHoSoMC", Body(answer, broken));

        var fates = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token);

        fates.ShouldHaveSingleItem().ShouldBeOfType<Fault.UnknownOutcome>();
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_member_whose_name_is_broken_makes_no_envelope(string broken)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Body("""{"¤":"","error_code":"0","message":"","result":[]}""", broken));

        var fates = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token);

        fates.ShouldHaveSingleItem().ShouldBeOfType<Fault.UnknownOutcome>();
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_session_that_is_no_text_opens_nothing_and_is_asked_for_again(string broken)
    {
        await using var rig = await Rig.StartAsync();
        var bad = Body("""{"error_code":"0","message":"","session":"¤"}""", broken);
        rig.Server.On("auth", bad, bad, bad, Reactions.Session);

        (await rig.FinishAsync(rig.Target.CapabilitiesAsync(Rig.Token))).Fault.ShouldBeOfType<Fault.Transient>();
        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("byte", """{"MaHoSo":"HS-2","GhiChu":"¤"}""")]
    [InlineData("surrogate", """{"MaHoSo":"HS-2","GhiChu":"¤"}""")]
    [InlineData("surrogate", """{"MaHoSo":"HS-2","TaiLieuNop":[{"TenTepDinhKem":"¤"}]}""")]
    [InlineData("surrogate", """{"MaHoSo":"HS-2","PhienBan":"¤"}""")]
    [InlineData("byte", """{"MaHoSo":"HS-2","nguon":"¤"}""")]
    [InlineData("byte", """{"MaHoSo":"HS-2","So":1e999}""")]
    public async Task A_dossier_that_cannot_be_read_back_is_a_fault_of_that_one_and_names_it(string broken, string packet)
    {
        await using var rig = await Rig.StartAsync();
        var bad = Body($$"""{"error_code":"0","message":"","result":[{{packet}}]}""", broken);
        rig.Server.On("TraCuuHoSo", Reactions.When(request => request.GetProperty("mahoso").GetString() == "HS-2", bad, Reactions.Accept));

        var answers = await rig.FinishAsync(rig.Target.QueryAsync(["HS-1", "HS-2", "HS-3"], withProgress: false, Rig.Token));

        answers[1].Fault.ShouldBeOfType<Fault.Drift>().Message.ShouldContain("HS-2");
        (answers[0].Fault, answers[2].Fault).ShouldBe((null, null));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_dossier_with_a_member_whose_name_is_broken_is_a_fault_too(string broken)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Body("""{"error_code":"0","message":"","result":[{"MaHoSo":"HS-1","¤":""}]}""", broken));

        var answers = await rig.FinishAsync(rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token));

        answers.ShouldHaveSingleItem().Fault.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_progress_row_that_cannot_be_read_back_is_a_fault_of_its_dossier(string broken)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Json("""{"error_code":"0","message":"","result":[{"MaHoSo":"HS-1"}]}"""))
            .On("TraCuuTienDo", Body("""{"error_code":"0","message":"","result":[{"MaHoSo":"HS-1","NoiDungXuLy":"¤"}]}""", broken));

        var answers = await rig.Target.QueryAsync(["HS-1"], withProgress: true, Rig.Token);

        answers.ShouldHaveSingleItem().Fault.ShouldBeOfType<Fault.Drift>().Message.ShouldContain("HS-1");
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_digest_row_that_cannot_be_read_is_no_digest(string broken)
    {
        await using var rig = await Rig.StartAsync();
        var answer = """{"error_code":"0","message":"","result":[{"tienTo":"¤","soLuong":"0","tomTat":""}]}""";
        rig.Server.On("TomTatNhom", Body(answer, broken));

        (await rig.Target.DigestAsync("a", Rig.Token)).Fault.ShouldBeOfType<Fault.Transient>();
    }

    [Fact]
    public async Task A_body_that_does_not_unpack_is_a_lost_answer()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", (_, context, _) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync("no gzip at all"u8.ToArray()).AsTask();
        });

        var fates = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token);

        fates.ShouldHaveSingleItem().ShouldBeOfType<Fault.UnknownOutcome>();
    }

    private static Reaction Body(string json, string broken)
    {
        var bytes = broken == "surrogate"
            ? Encoding.ASCII.GetBytes(json.Replace("¤", @"\ud800", StringComparison.Ordinal))
            : Encoding.Latin1.GetBytes(json.Replace('¤', '\u00FF'));
        return (_, context, _) => context.Response.Body.WriteAsync(bytes).AsTask();
    }
}
