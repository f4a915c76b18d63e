using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>Calls take turns at few connections, and none of them pays for the others.</summary>
public sealed class TurnTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_call_that_waited_for_its_turn_has_all_its_time()
    {
        await using var rig = await Rig.StartAsync(("MaxConnections", "1"), ("AttemptTimeout", "00:01:30"));
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Server.On("DongBoHoSoMC", After(first), After(second));
        await rig.Target.CapabilitiesAsync(Rig.Token);

        var sent = Task.WhenAll(
            rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token), rig.Target.SendDossiersAsync([Rig.Dossier("HS-2")], Rig.Token));
        await rig.Server.CalledAsync("DongBoHoSoMC", 1);
        rig.Time.Advance(TimeSpan.FromSeconds(80));
        first.SetResult();
        await rig.Server.CalledAsync("DongBoHoSoMC", 2);
        rig.Time.Advance(TimeSpan.FromSeconds(80));
        second.SetResult();

        (await sent).SelectMany(fates => fates).ShouldAllBe(fate => fate == null);
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(2, 1)]
    public async Task Reading_leaves_connections_to_writing(int connections, int reads)
    {
        await using var rig = await Rig.StartAsync(("MaxConnections", $"{connections}"));
        var answer = new TaskCompletionSource();
        rig.Server.On("TraCuuHoSo", After(answer, Reactions.Accept)).On("DongBoHoSoMC", Reactions.AcceptItems);
        await rig.Target.CapabilitiesAsync(Rig.Token);

        var looked = Task.WhenAll(Enumerable.Range(0, 5).Select(page => rig.Target.QueryAsync(
            [.. Enumerable.Range(0, 20).Select(i => $"HS-{page}-{i}")], withProgress: false, Rig.Token)));
        await rig.Server.CalledAsync("TraCuuHoSo", reads);
        (await rig.Target.SendDossiersAsync([Rig.Dossier("HS-1")], Rig.Token).WaitAsync(Patience, Rig.Token)).ShouldBe([null]);

        rig.Server.Count("TraCuuHoSo").ShouldBe(reads);
        answer.SetResult();
        (await looked).SelectMany(answers => answers).ShouldAllBe(one => one.Fault == null);
    }

    [Fact]
    public async Task No_more_calls_are_under_way_than_there_are_connections()
    {
        await using var rig = await Rig.StartAsync(("MaxConnections", "4"), ("Profile", "Basic"));
        var (underWay, most) = (0, 0);
        Reaction count = async (target, context, request) =>
        {
            var now = Interlocked.Increment(ref underWay);
            most = Math.Max(most, now);
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            await Reactions.Accept(target, context, request);
        };
        rig.Server.On("TraCuuHoSo", count).On("DongBoHoSoMC", count);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(batch => rig.Target.SendDossiersAsync(
            [.. Enumerable.Range(0, 20).Select(i => Rig.Dossier($"HS-{batch}-{i}", mode: WriteMode.Insert))], Rig.Token)));

        most.ShouldBeLessThanOrEqualTo(4);
    }

    private static Reaction After(TaskCompletionSource answer, Reaction? then = null) => async (target, context, request) =>
    {
        await answer.Task.WaitAsync(context.RequestAborted);
        await (then ?? Reactions.AcceptItems)(target, context, request);
    };
}
