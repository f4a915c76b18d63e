using System.Net;
using System.Net.Sockets;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class BrokenAnswerTests
{
    public static TheoryData<string> BadDays => ["cut", "half", "reset", "html", "500"];

    [Theory]
    [MemberData(nameof(BadDays))]
    public async Task A_write_whose_answer_is_lost_has_an_unknown_outcome_and_is_not_sent_again(string day)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reaction(day));

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1"), Rig.Dossier("HS-2")], Rig.Token)).ShouldAllBe(fate => fate is Fault.UnknownOutcome);

        rig.Server.Count("DongBoHoSoMC").ShouldBe(1);
        (rig.Counters.Writes, rig.Counters.Faults).ShouldBe((1, 1));
    }

    [Theory]
    [MemberData(nameof(BadDays))]
    public async Task A_read_whose_answer_is_lost_is_tried_three_times_and_then_transient(string day)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reaction(day));

        var answers = await rig.FinishAsync(rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token));

        answers.ShouldHaveSingleItem().Fault.ShouldBeOfType<Fault.Transient>();
        rig.Server.Count("TraCuuHoSo").ShouldBe(3);
        (rig.Counters.Reads, rig.Counters.Faults).ShouldBe((1 + 3, 3));
    }

    [Theory]
    [MemberData(nameof(BadDays))]
    public async Task A_read_that_succeeds_the_second_time_has_no_fault(string day)
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reaction(day), Reactions.Accept);

        (await rig.FinishAsync(rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token))).ShouldHaveSingleItem().Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_write_that_is_not_answered_in_time_has_an_unknown_outcome()
    {
        await using var rig = await Rig.StartAsync(("AttemptTimeout", "00:00:30"));
        rig.Server.On("DongBoHoSoMC", Reactions.Hang);

        var sending = rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token);
        await rig.Server.CalledAsync("DongBoHoSoMC", 1);
        rig.Time.Advance(TimeSpan.FromSeconds(29));
        sending.IsCompleted.ShouldBeFalse();
        rig.Time.Advance(TimeSpan.FromSeconds(2));

        (await sending).ShouldHaveSingleItem().ShouldBeOfType<Fault.UnknownOutcome>();
    }

    [Fact]
    public async Task A_write_that_the_hub_gives_up_has_an_unknown_outcome_and_what_was_not_sent_yet_is_transient()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("KhaNang", Reactions.Extended(maxDossiers: 2)).On("DongBoHoSoMC", Reactions.AcceptItems, Reactions.Hang);
        using var shutdown = new CancellationTokenSource();

        var sending = rig.Target.SendDossiersAsync([.. Enumerable.Range(0, 6).Select(i => Rig.Dossier($"HS-{i}"))], shutdown.Token);
        await rig.Server.CalledAsync("DongBoHoSoMC", 2);
        await shutdown.CancelAsync();

        (await sending).Select(fate => fate?.Name).ShouldBe([null, null, "UnknownOutcome", "UnknownOutcome", "Transient", "Transient"]);
    }

    [Fact]
    public async Task A_read_that_the_hub_gives_up_ends_at_once()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Hang);
        using var shutdown = new CancellationTokenSource();

        var asking = rig.Target.QueryAsync(["HS-1"], withProgress: false, shutdown.Token);
        await rig.Server.CalledAsync("TraCuuHoSo", 1);
        await shutdown.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_refused_connection_changed_nothing_so_even_a_write_is_only_transient()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Target.CapabilitiesAsync(Rig.Token);
        await rig.Server.DisposeAsync();

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.Transient>();
    }

    [Fact]
    public async Task A_host_that_does_not_listen_is_transient_for_everything()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var rig = await Rig.StartAsync(("BaseAddress", $"http://127.0.0.1:{port}/"));

        (await rig.FinishAsync(rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token))).ShouldHaveSingleItem().ShouldBeOfType<Fault.Transient>();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", (target, context, _) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });

        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token)).ShouldHaveSingleItem().ShouldBeOfType<Fault.UnknownOutcome>();
        rig.Server.Calls.ShouldAllBe(call => call.Path != "/elsewhere");
    }

    private static Reaction Reaction(string day) => day switch
    {
        "cut" => Reactions.Cut,
        "half" => Reactions.Half,
        "reset" => Reactions.Reset,
        "html" => Reactions.Html,
        _ => Reactions.Status(500),
    };
}
