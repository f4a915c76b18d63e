using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class OutcomeTests
{
    [Fact]
    public async Task Each_item_of_an_extended_call_has_its_own_fate()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.Items(number => number[3..]));

        var fates = await rig.Target.SendDossiersAsync([.. "0123456".Select(code => Rig.Dossier($"HS-{code}"))], Rig.Token);

        fates.Select(fate => fate?.Name).ShouldBe([null, "Rejected", "Transient", "Duplicate", "OutOfOrder", "NewerAtTarget", "NewerAtTarget"]);
        rig.Server.Count("DongBoHoSoMC").ShouldBe(1);
        rig.Counters.Faults.ShouldBe(0);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[{"MaHoSo":"HS-1","error_code":"0","message":""}]""")]
    [InlineData("""[{"MaHoSo":"HS-2","error_code":"0","message":""},{"MaHoSo":"HS-1","error_code":"0","message":""}]""")]
    [InlineData("""[{"MaHoSo":"HS-1","message":""},{"MaHoSo":"HS-2","message":""}]""")]
    public async Task An_acceptance_that_does_not_answer_for_each_item_leaves_all_unknown(string result)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.Json($$"""{"error_code":"0","message":"","result":{{result}}}"""));

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1"), Rig.Dossier("HS-2")], Rig.Token)).ShouldAllBe(fate => fate is Fault.UnknownOutcome);
    }

    [Fact]
    public async Task A_refusal_of_a_whole_call_condemns_none_and_is_halved_down_to_the_one()
    {
        await using var rig = await Rig.StartAsync();
        var refusal = Reactions.Code("1", "khong hop le");
        rig.Server.On("DongBoHoSoMC", Reactions.When(request => Numbers(request).Contains("HS-11"), refusal, Reactions.AcceptItems));

        var fates = await rig.Target.SendDossiersAsync([.. Enumerable.Range(0, 16).Select(i => Rig.Dossier($"HS-{i}"))], Rig.Token);

        fates[11].ShouldBeOfType<Fault.Rejected>().Code.ShouldBe("1");
        fates.Where((_, i) => i != 11).ShouldAllBe(fate => fate == null);
        rig.Server.Count("KhaNang").ShouldBe(1 + 4);
        rig.Server.Count("DongBoHoSoMC").ShouldBe(9);
    }

    [Fact]
    public async Task A_limit_that_was_lowered_meanwhile_is_kept_from_then_on()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Extended(maxDossiers: 16), Reactions.Extended(maxDossiers: 2))
            .On("DongBoHoSoMC", Reactions.When(request => Numbers(request).Count() > 2, Reactions.Code("1"), Reactions.AcceptItems));

        (await rig.Target.SendDossiersAsync([.. Enumerable.Range(0, 16).Select(i => Rig.Dossier($"HS-{i}"))], Rig.Token)).ShouldAllBe(fate => fate == null);

        (rig.Server.Count("KhaNang"), rig.Server.Count("DongBoHoSoMC")).ShouldBe((2, 1 + 8));
    }

    [Fact]
    public async Task On_a_basic_target_the_codes_are_the_dossiers()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("DongBoHoSoMC", Coded(number => number[3..]));

        var fates = await rig.Target.SendDossiersAsync([.. "01234".Select(code => Rig.Dossier($"HS-{code}", mode: WriteMode.Insert))], Rig.Token);

        fates.Select(fate => fate?.Name).ShouldBe([null, "Rejected", "Transient", "Duplicate", "OutOfOrder"]);
    }

    [Fact]
    public async Task Rows_of_a_dossier_that_a_basic_target_does_not_have_wait_together_and_are_asked_once()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("CapNhatTienDoHoSoMC", Reactions.Code("4"));

        var rows = Enumerable.Range(0, 25).Select(step => Rig.Row("HS-1", step));
        (await rig.Target.SendProgressAsync([.. rows], Rig.Token)).ShouldAllBe(fate => fate is Fault.OutOfOrder);
        rig.Server.Count("CapNhatTienDoHoSoMC").ShouldBe(1);
    }

    [Fact]
    public async Task Behind_rows_whose_fate_is_unknown_the_next_rows_of_the_dossier_wait_unsent()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("CapNhatTienDoHoSoMC", Reactions.Cut, Reactions.Accept);

        var fates = await rig.Target.SendProgressAsync([.. Enumerable.Range(0, 15).Select(step => Rig.Row("HS-1", step))], Rig.Token);

        fates.Take(10).ShouldAllBe(fate => fate is Fault.UnknownOutcome);
        fates.Skip(10).ShouldAllBe(fate => fate is Fault.Transient);
        rig.Server.Count("CapNhatTienDoHoSoMC").ShouldBe(1);
    }

    [Fact]
    public async Task Within_a_call_each_row_has_its_own_fate_and_behind_one_that_is_open_no_later_call_is_made()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Extended(maxProgress: 2)).On("CapNhatTienDoHoSoMC", Reactions.Json("""
            {"error_code":"0","message":"","result":[
            {"MaHoSo":"HS-1","error_code":"2","message":""},{"MaHoSo":"HS-1","error_code":"0","message":""}]}
            """));

        var fates = await rig.Target.SendProgressAsync([.. Enumerable.Range(0, 4).Select(step => Rig.Row("HS-1", step))], Rig.Token);

        fates.Select(fate => fate?.Name).ShouldBe(["Transient", null, "Transient", "Transient"]);
        rig.Server.Count("CapNhatTienDoHoSoMC").ShouldBe(1);
    }

    [Fact]
    public async Task A_bad_row_is_found_and_its_neighbours_go_on_in_their_order()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        var stored = new ConcurrentQueue<string>();
        rig.Server.On("CapNhatTienDoHoSoMC", Reactions.When(request => Steps(request).Contains("buoc 3"), Reactions.Code("1"), (target, context, request) =>
        {
            foreach (var step in Steps(request))
                stored.Enqueue(step);
            return Reactions.Accept(target, context, request);
        }));

        var fates = await rig.Target.SendProgressAsync([.. Enumerable.Range(0, 8).Select(step => Rig.Row("HS-1", step))], Rig.Token);

        fates.Select((fate, i) => (fate?.Name, i)).Where(x => x.Name is not null).ShouldBe([("Rejected", 3)]);
        stored.ShouldBe([.. Enumerable.Range(0, 8).Where(step => step != 3).Select(step => $"buoc {step}")]);
    }

    [Fact]
    public async Task No_right_stops_the_sending_and_the_rest_is_not_called()
    {
        await using var rig = await Rig.StartAsync(("MaxConnections", "1"), ("Profile", "Basic"));
        rig.Server.On("DongBoHoSoMC", Reactions.Code("403"));

        var fates = await rig.Target.SendDossiersAsync([.. Enumerable.Range(0, 100).Select(i => Rig.Dossier($"HS-{i}", mode: WriteMode.Insert))], Rig.Token);

        fates.ShouldAllBe(fate => fate is Fault.AuthRefused);
        rig.Server.Count("DongBoHoSoMC").ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_to_send_calls_nobody()
    {
        await using var rig = await Rig.StartAsync();

        (await rig.Target.SendDossiersAsync([], Rig.Token)).ShouldBeEmpty();
        (await rig.Target.SendProgressAsync([], Rig.Token)).ShouldBeEmpty();
        (await rig.Target.QueryAsync([], withProgress: true, Rig.Token)).ShouldBeEmpty();
        rig.Server.Calls.ShouldBeEmpty();
    }

    private static Reaction Coded(Func<string, string> code) =>
        (target, context, request) => Reactions.Code(code(Numbers(request).Single()))(target, context, request);

    private static IEnumerable<string> Numbers(JsonElement request) =>
        request.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("MaHoSo").GetString()!);

    private static IEnumerable<string> Steps(JsonElement request) =>
        [.. request.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("NoiDungXuLy").GetString()!)];
}
