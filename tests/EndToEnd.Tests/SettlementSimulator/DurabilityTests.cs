using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class DurabilityTests
{
    [Fact]
    public async Task What_was_answered_with_0_is_there_after_a_kill_in_the_middle_of_writing()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        var answered = new ConcurrentDictionary<string, long>();
        var writers = Enumerable.Range(0, 8).Select(number => WriteUntilItDiesAsync(simulator, number, answered)).ToArray();
        await Eventually.TrueAsync(() => answered.Values.Sum() > 300);

        await simulator.KillAsync();
        await Task.WhenAll(writers);
        await simulator.StartAsync();

        using var hub = await simulator.SignInAsync("hub");
        foreach (var (maHoSo, version) in answered)
        {
            var stored = (await hub.ReadDossierAsync(maHoSo)).ShouldHaveSingleItem();
            long.Parse(stored.Text("PhienBan"), CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(version);
        }
    }

    [Fact]
    public async Task A_restart_gives_the_same_state_and_a_torn_last_record_is_dropped()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        var before = await FillAsync(simulator);
        await simulator.KillAsync();
        await AppendTornRecordAsync(simulator);

        await simulator.StartAsync();
        (await SnapshotAsync(simulator)).ShouldBe(before);

        using var hub = await simulator.SignInAsync("hub");
        await hub.WriteAsync("Upsert", Samples.Dossier("T-1", "1"));
        var after = await SnapshotAsync(simulator);
        await simulator.KillAsync();
        await simulator.StartAsync();
        (await SnapshotAsync(simulator)).ShouldBe(after);
    }

    [Fact]
    public async Task The_end_of_the_parent_is_a_graceful_end()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        var before = await FillAsync(simulator);

        (await simulator.CloseInputAsync()).ShouldBe(0);
        await simulator.StartAsync();

        (await SnapshotAsync(simulator)).ShouldBe(before);
    }

    private static async Task WriteUntilItDiesAsync(SimulatorProcess simulator, int number, ConcurrentDictionary<string, long> answered)
    {
        using var hub = await simulator.SignInAsync("hub");
        var maHoSo = $"K-{number}";
        try
        {
            for (var version = 1; ; version++)
            {
                var answer = await hub.WriteAsync("Upsert", Samples.Dossier(maHoSo, version.ToString(CultureInfo.InvariantCulture)));
                answer.ItemCodes().ShouldBe("0");
                answered[maHoSo] = version;
            }
        }
        catch (HttpRequestException)
        {
            // The end that the test waits for.
        }
    }

    private static async Task<string> FillAsync(SimulatorProcess simulator)
    {
        using var hub = await simulator.SignInAsync("hub");
        using var counter = await simulator.SignInAsync("counter");
        await hub.WriteAsync("Upsert", [.. Enumerable.Range(0, 200).Select(i => Samples.Dossier($"S-{i}", "1").With("nguon", $"n{i % 3}"))]);
        await counter.WriteAsync("Upsert", [.. Enumerable.Range(0, 50).Select(i => Samples.Dossier($"S-{i}", "2", "quầy"))]);
        await hub.WriteRowsAsync([.. Enumerable.Range(0, 300).Select(i => Samples.Row($"S-{i % 100}", $"bước {i}"))]);
        return await SnapshotAsync(simulator);
    }

    private static async Task<string> SnapshotAsync(SimulatorProcess simulator)
    {
        using var hub = await simulator.SignInAsync("hub");
        using var counter = await simulator.SignInAsync("counter");
        return string.Join(
            '\n',
            (await hub.ListAsync()).Raw(),
            (await hub.ListAsync("n1")).Raw(),
            (await counter.ListAsync()).Raw(),
            (await hub.GroupsAsync()).Raw(),
            (await hub.GroupsAsync("3", "n2")).Raw(),
            (await hub.ReadDossierAsync("S-7")).Raw(),
            (await hub.ReadAsync("TraCuuTienDo", new JsonObject { ["mahoso"] = "S-7" })).Raw());
    }

    /// <summary>A copy of the file's own first record, cut: a good header with too little behind it.</summary>
    private static async Task AppendTornRecordAsync(SimulatorProcess simulator)
    {
        var bytes = await File.ReadAllBytesAsync(simulator.Journal, TestContext.Current.CancellationToken);
        await using var file = new FileStream(simulator.Journal, FileMode.Append);
        await file.WriteAsync(bytes.AsMemory(0, 200), TestContext.Current.CancellationToken);
    }
}
