using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class QueryTests
{
    [Fact]
    public async Task A_dossier_comes_back_with_its_own_text_without_version_and_tag()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Json("""
            {"error_code":"0","message":"","result":[
            {"MaHoSo":"HS-1","PhienBan":"1782000000000000","La":"x\u00A0🏠","nguon":"land-registry","TaiLieuNop":[{"b":"2"},{"b":"1"}],"Khac":{"nguon":"in"}}]}
            """));

        var found = (await rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token))[0].Value.ShouldNotBeNull();

        found.Packet.ShouldBe("""{"MaHoSo":"HS-1","La":"x\u00A0🏠","TaiLieuNop":[{"b":"2"},{"b":"1"}],"Khac":{"nguon":"in"}}""");
        (found.Version, found.Tag, found.Progress).ShouldBe((1782000000000000, "land-registry", null));
        rig.Server.Calls.Last().Body.ShouldBe("""{"session":"session-1","madonvi":"000.00.00.H40","service":"TraCuuHoSo","mahoso":"HS-1"}""");
    }

    [Fact]
    public async Task Progress_comes_in_the_order_stored_where_it_can_be_had()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Json("""{"error_code":"0","message":"","result":[{"MaHoSo":"HS-1"}]}"""))
            .On("TraCuuTienDo", Reactions.Json(
                """{"error_code":"0","message":"","result":[{"MaHoSo":"HS-1","NguoiXuLy":"B"},{"MaHoSo":"HS-1","NguoiXuLy":"A"}]}"""));

        var found = (await rig.Target.QueryAsync(["HS-1"], withProgress: true, Rig.Token))[0].Value.ShouldNotBeNull();

        found.Progress.ShouldBe(["""{"MaHoSo":"HS-1","NguoiXuLy":"B"}""", """{"MaHoSo":"HS-1","NguoiXuLy":"A"}"""]);
    }

    [Fact]
    public async Task Progress_of_a_basic_target_is_not_to_be_had_and_not_asked()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("TraCuuHoSo", Reactions.Json("""{"error_code":"0","message":"","result":[{"MaHoSo":"HS-1"}]}"""));

        (await rig.Target.QueryAsync(["HS-1"], withProgress: true, Rig.Token))[0].Value.ShouldNotBeNull().Progress.ShouldBeNull();
    }

    [Fact]
    public async Task What_the_target_does_not_have_is_nothing_and_no_fault()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Accept);

        var answers = await rig.Target.QueryAsync(["HS-1", "HS-2"], withProgress: true, Rig.Token);

        answers.ShouldAllBe(answer => answer.Fault == null && answer.Value == null);
    }

    [Theory]
    [InlineData("""[{"MaHoSo":"HS-2"}]""")]
    [InlineData("""[{"MaHoSo":"HS-1"},{"MaHoSo":"HS-1"}]""")]
    [InlineData("""["HS-1"]""")]
    [InlineData("""[{"MaHoSo":"HS-1","PhienBan":"seven"}]""")]
    [InlineData("""[{"MaHoSo":"HS-1","PhienBan":7}]""")]
    [InlineData("""[{"MaHoSo":"HS-1","PhienBan":null}]""")]
    public async Task An_answer_about_something_else_is_a_fault_and_never_nothing(string result)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Json($$"""{"error_code":"0","message":"","result":{{result}}}"""));

        (await rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token))[0].Fault.ShouldBeOfType<Fault.Transient>();
    }

    [Fact]
    public async Task Answers_stand_in_the_order_of_the_questions()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", (target, context, request) =>
        {
            var number = request.GetProperty("mahoso").GetString();
            var answer = Reactions.Json($$"""{"error_code":"0","message":"","result":[{"MaHoSo":"{{number}}"}]}""");
            return answer(target, context, request);
        });
        var numbers = Enumerable.Range(0, 100).Select(i => $"HS-{i}").ToList();

        var answers = await rig.Target.QueryAsync(numbers, withProgress: false, Rig.Token);

        answers.Select(answer => answer.Value!.Packet).ShouldBe(numbers.Select(number => $$"""{"MaHoSo":"{{number}}"}"""));
    }

    [Fact]
    public async Task Digests_are_taken_only_when_all_sixteen_are_there()
    {
        await using var rig = await Rig.StartAsync();
        var zeros = new string('0', 64);
        var rows = "0123456789abcdef".Select(digit => $$"""{"tienTo":"a{{digit}}","soLuong":"3","tomTat":"{{zeros}}"}""").ToList();
        rig.Server.On("TomTatNhom", Rows(rows), Rows(rows.Skip(1)), Rows(rows.AsEnumerable().Reverse()));

        var buckets = (await rig.Target.DigestAsync("a", Rig.Token)).Value.ShouldNotBeNull();
        buckets.Select(bucket => bucket.Prefix).ShouldBe("0123456789abcdef".Select(digit => $"a{digit}"));
        buckets.ShouldAllBe(bucket => bucket.Count == 3);

        (await rig.Target.DigestAsync("a", Rig.Token)).Fault.ShouldBeOfType<Fault.Transient>();
        (await rig.Target.DigestAsync("a", Rig.Token)).Fault.ShouldBeOfType<Fault.Transient>();
    }

    [Fact]
    public async Task A_target_that_hangs_is_waited_for_once_and_not_for_every_dossier()
    {
        await using var rig = await Rig.StartAsync(("AttemptTimeout", "00:00:30"), ("MaxConnections", "1"));
        await rig.Target.CapabilitiesAsync(Rig.Token);
        rig.Server.On("TraCuuHoSo", Reactions.Hang);

        string[] numbers = [.. Enumerable.Range(0, 50).Select(i => $"HS-{i}")];
        var answers = await rig.FinishAsync(rig.Target.QueryAsync(numbers, withProgress: true, Rig.Token));

        answers.ShouldAllBe(answer => ReferenceEquals(answer.Fault, answers[0].Fault));
        answers[0].Fault.ShouldBeOfType<Fault.Transient>();
        rig.Counters.Reads.ShouldBe(1 + 1);
    }

    [Fact]
    public async Task A_target_that_does_not_listen_is_tried_once_and_not_for_every_dossier()
    {
        await using var rig = await Rig.StartAsync(("MaxConnections", "1"));
        await rig.Target.CapabilitiesAsync(Rig.Token);
        await rig.Server.DisposeAsync();

        string[] numbers = [.. Enumerable.Range(0, 50).Select(i => $"HS-{i}")];
        var answers = await rig.FinishAsync(rig.Target.QueryAsync(numbers, withProgress: true, Rig.Token));

        answers.ShouldAllBe(answer => ReferenceEquals(answer.Fault, answers[0].Fault));
        rig.Counters.Reads.ShouldBe(1 + 3);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("cut")]
    [InlineData("html")]
    public async Task A_bad_answer_about_one_dossier_does_not_stop_the_others(string day)
    {
        await using var rig = await Rig.StartAsync(("MaxConnections", "1"));
        var bad = day switch { "500" => Reactions.Status(500), "cut" => Reactions.Cut, _ => Reactions.Html };
        rig.Server.On("TraCuuHoSo", Reactions.When(request => request.GetProperty("mahoso").GetString() == "HS-1", bad, Reactions.Accept));

        var answers = await rig.FinishAsync(rig.Target.QueryAsync(["HS-0", "HS-1", "HS-2", "HS-3"], withProgress: true, Rig.Token));

        answers.Select(answer => answer.Fault?.Name).ShouldBe([null, "Transient", null, null]);
    }

    private static Reaction Rows(IEnumerable<string> rows) => Reactions.Json($$"""{"error_code":"0","message":"","result":[{{string.Join(',', rows)}}]}""");
}
