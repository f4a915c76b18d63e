using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Waves;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

public sealed class RestartTests
{
    [Fact]
    public async Task A_restart_goes_on_with_what_was_not_acknowledged()
    {
        await using var slow = await FakeHub.StartAsync(call => call <= 100 ? 200 : 503);
        var first = await RunningSources.StartAsync(1000, giveUpAfter: TimeSpan.FromMilliseconds(300));
        await first.AdvanceAsync();
        await first.PushToAsync(slow);
        var (truth, status) = (await first.Http.GetStringAsync("/sim/truth"), (await first.GetAsync("/sim/status")).ToJsonString());
        await first.StopAsync();

        await using var hub = await FakeHub.StartAsync();
        await using var second = await RunningSources.StartAsync(1000, folder: first.Folder);
        (await second.GetAsync("/sim/status")).ToJsonString().ShouldBe(status);
        (await second.Http.GetStringAsync("/sim/truth")).ShouldBe(truth);
        await second.PushToAsync(hub);

        slow.Received.Count.ShouldBe(100);
        hub.Received.Count.ShouldBeGreaterThan(100);
        slow.Received.Concat(hub.Received).Distinct().Count().ShouldBe(Land(1000).Sum(facts => facts.Events.Count(what => what.Wave <= 1)));
    }

    [Fact]
    public async Task A_folder_of_another_world_is_refused()
    {
        var first = await RunningSources.StartAsync(100);
        await first.StopAsync();
        await Should.ThrowAsync<OtherWorldException>(() => RunningSources.StartAsync(101, folder: first.Folder));
        Directory.Delete(first.Folder, recursive: true);
    }

    [Fact]
    public async Task A_wave_that_was_cut_off_is_finished_at_the_next_start()
    {
        await using var whole = await RunningSources.StartAsync(2000);
        await whole.AdvanceAsync();
        var cut = await RunningSources.StartAsync(2000);
        await cut.StopAsync();
        Intend(cut.Folder, wave: 1);

        await using var again = await RunningSources.StartAsync(2000, folder: cut.Folder);
        (await again.GetAsync("/sim/status")).ToJsonString().ShouldBe((await whole.GetAsync("/sim/status")).ToJsonString());
        (await again.Http.GetStringAsync("/sim/truth")).ShouldBe(await whole.Http.GetStringAsync("/sim/truth"));
        again.View().Select(row => row["updated_at"]).ShouldBe(whole.View().Select(row => row["updated_at"]));
    }

    /// <summary>What the folder says when the program died between deciding on a wave and showing it.</summary>
    private static void Intend(string folder, int wave)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "sources.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO meta VALUES ('next', $wave)";
        command.Parameters.AddWithValue("$wave", wave.ToString(System.Globalization.CultureInfo.InvariantCulture));
        command.ExecuteNonQuery();
    }

    private static IEnumerable<LandFacts> Land(int dossiers)
    {
        var census = new Census(dossiers, 7);
        return Enumerable.Range(census.FirstLand, census.Land).Select(index => LandFacts.Of(census, index));
    }
}
