using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using IntegrationHub.Contracts.Packets;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Truth;

/// <summary>
/// The three connectors against the simulated sources, through all their waves, late commits and shuffled callbacks. What they read
/// and map must be what the sources' own truth says, which shares no code with them.
/// </summary>
public sealed class SimulatedSourcesTests
{
    private const int Dossiers = 1500;
    private const int Waves = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_good_dossier_is_read_and_mapped_to_what_the_sources_truth_expects()
    {
        await using var sources = await SimulatedSources.StartAsync(Dossiers, seed: 20260105, Stop);
        await using var land = await LandListener.StartAsync(sources, Stop);
        await using var permits = Register("ConstructionPermits", ("Database", Path.Combine(sources.State, "construction.db")), ("PageSize", "100"));
        await using var licences = Register(
            "DrivingLicences",
            ("Address", sources.Address.ToString()),
            ("Username", SimulatedSources.Username),
            ("Password", PasswordReference()),
            ("PageSize", "40"));
        Reading[] readings =
        [
            ReadingOf("ConstructionPermits", permits),
            ReadingOf("DrivingLicences", licences),
            new(land.Connector, Bench.ModuleOf("LandRegistry").Manifest),
        ];
        var copy = new Copy();
        foreach (var held in await sources.LinesAsync("/sim/base", Stop))
            TakeBase(copy, held.GetProperty("dossier"), held.GetProperty("progress"));

        for (var wave = 0; wave <= Waves; wave++)
        {
            if (wave > 0)
                await sources.PostAsync("/sim/advance", new { }, Stop);
            await sources.PostAsync("/sim/callbacks", new { }, Stop);
            foreach (var reading in readings)
                await reading.RunAsync(copy, Stop);
        }

        var truth = await sources.LinesAsync("/sim/truth", Stop);
        truth.Count.ShouldBe(Dossiers);
        var good = truth.Where(line => !line.GetProperty("bad").GetBoolean()).ToList();
        good.Count.ShouldBeInRange(Dossiers * 9 / 10, Dossiers - 1);
        var (folded, wrong) = (copy.Fold(), new List<string>());
        foreach (var line in good)
            if (Difference(copy, folded, line) is { } difference)
                wrong.Add(difference);
        wrong.ShouldBeEmpty($"{wrong.Count} of {truth.Count} differ");
    }

    private static ServiceProvider Register(string folder, params (string, string?)[] settings) =>
        Bench.Register(Bench.ModuleOf(folder), Bench.Settings(Bench.ModuleOf(folder), settings));

    private static string PasswordReference()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_SIM_GPLX_PASSWORD", SimulatedSources.Password);
        return "env:HUB_TEST_SIM_GPLX_PASSWORD";
    }

    private static Reading ReadingOf(string folder, ServiceProvider provider)
    {
        var manifest = Bench.ModuleOf(folder).Manifest;
        return new(provider.GetRequiredKeyedService<ISourceConnector>(manifest.Id), manifest);
    }

    private static void TakeBase(Copy copy, JsonElement dossier, JsonElement progress)
    {
        var number = dossier.GetProperty("MaHoSo").GetString()!;
        copy.Base(number, dossier.GetRawText());
        foreach (var row in progress.EnumerateArray())
            copy.BaseProgress(number, row.GetRawText());
    }

    private static string? Difference(Copy copy, Dictionary<string, string> folded, JsonElement line)
    {
        var number = line.GetProperty("MaHoSo").GetString()!;
        var expected = line.GetProperty("expected").GetRawText();
        if (!folded.TryGetValue(number, out var packet))
            return $"{number} of {line.GetProperty("source")} was never read";
        if (PacketDigest.TomTat(packet) != PacketDigest.TomTat(expected))
            return $"{number}:\n  is       {packet}\n  expected {expected}";
        var rows = line.GetProperty("progress").EnumerateArray().Select(row => PacketDigest.RowHash(row.GetRawText())).ToHashSet();
        return copy.Rows(number).SetEquals(rows) ? null : $"{number}: {copy.Rows(number).Count} progress rows are not the {rows.Count} expected";
    }
}
