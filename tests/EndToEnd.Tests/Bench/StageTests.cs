using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Demo;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Bench;

/// <summary>
/// The bench as a person starts it, on so few dossiers that its figures mean nothing: that a stage ends well says that every count of
/// source, hub and target was right.
/// </summary>
public sealed class StageTests
{
    private const int Dossiers = 1_300;

    [Theory]
    [InlineData("limit")]
    [InlineData("rescan")]
    [InlineData("deliver")]
    [InlineData("e2e")]
    public async Task A_stage_ends_with_one_line_of_figures(string stage)
    {
        using var folder = new TemporaryFolder();

        var (exit, json, talk) = await RunAsync(
            stage, "--dossiers", $"{Dossiers}", "--runs", "1", "--store", $"sqlite:{Path.Combine(folder.Path, "hub.db")}", "--json");

        exit.ShouldBe(0, talk);
        var figures = JsonDocument.Parse(json.TrimEnd()).RootElement;
        figures.GetProperty("stage").GetString().ShouldBe(stage);
        figures.GetProperty("dossiers").GetInt32().ShouldBe(Dossiers);
        Number(figures, "recordsPerSecond").ShouldBe(Dossiers / Number(figures, "seconds"), tolerance: 5);
        Number(figures, "bytesPerRecord").ShouldBeInRange(1_150, 1_300);
        Number(figures, "peakMemoryMiB").ShouldBeInRange(20, 300);
        (Number(figures, "ledgerBytesPerRecord") > 1_000).ShouldBe(stage != "limit");
        (figures.GetProperty("ratioToLimit").ValueKind == JsonValueKind.Number).ShouldBe(stage == "e2e");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_that_is_somebodys_is_not_touched()
    {
        using var folder = new TemporaryFolder();
        var ledger = Path.Combine(folder.Path, "hub.db");
        await File.WriteAllTextAsync(ledger, "somebody's");

        var (exit, _, talk) = await RunAsync("collect", "--store", $"sqlite:{ledger}");

        exit.ShouldBe(1);
        talk.ShouldContain("is there already");
        (await File.ReadAllTextAsync(ledger)).ShouldBe("somebody's");
    }

    private static async Task<(int Exit, string Output, string Talk)> RunAsync(params string[] arguments)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(own.Parent!.Parent!.FullName, "IntegrationHub.Bench", own.Name, "bench.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var talk = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await talk);
    }

    private static double Number(JsonElement figures, string name) => figures.GetProperty(name).GetDouble();
}
