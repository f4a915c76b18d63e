using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class SignInTests
{
    [Fact]
    public async Task Fifty_calls_at_once_share_one_sign_in()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Accept);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => rig.Target.QueryAsync([$"HS-{i}"], withProgress: false, Rig.Token)));

        answers.ShouldAllBe(answer => answer[0].Fault == null);
        (rig.Server.Count("auth"), rig.Server.Count("KhaNang"), rig.Server.Count("TraCuuHoSo")).ShouldBe((1, 1, 50));
    }

    [Fact]
    public async Task The_sign_in_sends_what_the_profile_asks_for_and_the_destination_only_where_it_is_set()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Target.CapabilitiesAsync(Rig.Token);
        rig.Server.Calls.First().Body.ShouldBe($$"""{"username":"hub","password":"{{Rig.Password}}"}""");
        rig.Server.Calls.First().ContentLength.ShouldNotBeNull();

        await using var other = await Rig.StartAsync(("DestinationCode", "G99"));
        await other.Target.CapabilitiesAsync(Rig.Token);
        other.Server.Calls.First().Body.ShouldBe($$"""{"username":"hub","password":"{{Rig.Password}}","dstcode":"G99"}""");
    }

    [Theory]
    [InlineData("http")]
    [InlineData("code")]
    public async Task When_the_session_ends_fifty_workers_sign_in_once_and_each_replays_once(string form)
    {
        await using var rig = await Rig.StartAsync();
        var ended = form == "http" ? Reactions.Status(401) : Reactions.Code("401");
        rig.Server.On("TraCuuHoSo", Reactions.When(request => Session(request) == "session-1", ended, Reactions.Accept));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => rig.Target.QueryAsync([$"HS-{i}"], withProgress: false, Rig.Token)));

        answers.ShouldAllBe(answer => answer[0].Fault == null);
        (rig.Server.Count("auth"), rig.Server.Count("KhaNang")).ShouldBe((2, 2));
        rig.Server.Count("TraCuuHoSo").ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task An_account_that_is_refused_is_told_with_both_ways_to_mend_it()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("auth", Reactions.Status(401));

        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.AuthRefused>().Message.ShouldBe(
            $"auth at {rig.Server.Address.Authority}: the target refuses the account (HTTP 401). Are Settlement:User and "
            + "Settlement:Password wrong, mend them and restart hub-server; was the password mended at the target's side, run: hub target resume.");
    }

    [Fact]
    public async Task A_session_that_ends_again_after_the_replay_is_transient_and_the_call_is_not_replayed_twice()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.Code("401"));

        var fates = await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token);

        fates.ShouldHaveSingleItem().ShouldBeOfType<Fault.Transient>();
        (rig.Server.Count("auth"), rig.Server.Count("DongBoHoSoMC")).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("401")]
    [InlineData("1")]
    [InlineData("403")]
    public async Task Refused_credentials_are_never_tried_again_until_somebody_resets_them(string form)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("auth", form == "http" ? Reactions.Status(401) : Reactions.Code(form), Reactions.Session).On("DongBoHoSoMC", Reactions.AcceptItems);

        var refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => rig.Target.SendDossiersAsync([Rig.Dossier($"HS-{i}")], Rig.Token)));
        rig.Time.Advance(TimeSpan.FromDays(30));
        (await rig.Target.CapabilitiesAsync(Rig.Token)).Fault.ShouldBeOfType<Fault.AuthRefused>();

        refusals.ShouldAllBe(fates => fates[0] is Fault.AuthRefused);
        (rig.Server.Count("auth"), rig.Server.Count("DongBoHoSoMC")).ShouldBe((1, 0));

        rig.Target.Reset();
        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldBe([null]);
    }

    [Fact]
    public async Task A_sign_in_that_only_failed_on_the_way_is_tried_again_by_the_next_call()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("auth", Reactions.Reset, Reactions.Html, Reactions.Status(500), Reactions.Session);

        (await rig.FinishAsync(rig.Target.CapabilitiesAsync(Rig.Token))).Fault.ShouldBeOfType<Fault.Transient>();
        (await rig.FinishAsync(rig.Target.CapabilitiesAsync(Rig.Token))).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_worker_that_gives_up_does_not_end_the_sign_in_of_the_others()
    {
        await using var rig = await Rig.StartAsync();
        var go = new TaskCompletionSource();
        rig.Server.On("auth", async (target, context, request) =>
        {
            await go.Task;
            await Reactions.Session(target, context, request);
        });

        using var impatient = new CancellationTokenSource();
        var one = rig.Target.CapabilitiesAsync(impatient.Token);
        var other = rig.Target.CapabilitiesAsync(Rig.Token);
        await rig.Server.CalledAsync("auth", 1);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => one);
        go.SetResult();

        (await other).Fault.ShouldBeNull();
        rig.Server.Count("auth").ShouldBe(1);
    }

    private static string? Session(JsonElement request) => request.GetProperty("session").GetString();
}
