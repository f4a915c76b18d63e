using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.SettlementSystem;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>The real simulator of a settlement system as a process, and the hub's connector before it, its pauses skipped.</summary>
internal sealed class SettlementSimulator : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo state;
    private readonly ServiceProvider provider;
    private readonly HttpClient control;

    private SettlementSimulator(Process process, DirectoryInfo state, Uri address)
    {
        (this.process, this.state) = (process, state);
        control = new() { BaseAddress = address };
        provider = Connect(address, Time);
    }

    public PausingClock Time { get; } = new(new(2026, 7, 1, 1, 0, 0, TimeSpan.Zero));

    public ITarget Target => provider.GetRequiredService<ITarget>();

    public static async Task<SettlementSimulator> StartAsync(string profile, params string[] more)
    {
        var state = Directory.CreateTempSubdirectory("sim-settlement-");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        string[] words =
        [
            Path.Combine(AppContext.BaseDirectory, "sim-settlement.dll"),
            "--state", state.FullName, "--profile", profile, "--port", "0", "--die-with-parent", .. more,
        ];
        foreach (var word in words)
            start.ArgumentList.Add(word);
        start.Environment["SIM_SETTLEMENT_ACCOUNTS"] = $"hub={Rig.Password}";

        var process = Process.Start(start).ShouldNotBeNull();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        return new(process, state, new(JsonDocument.Parse(line).RootElement.GetProperty("listening").GetString()!));
    }

    public async Task FaultsAsync(bool on)
    {
        using var answer = await control.PostAsJsonAsync(new Uri("sim/faults", UriKind.Relative), new { on });
        answer.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> StatsAsync() => control.GetFromJsonAsync<JsonElement>(new Uri("sim/stats", UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        control.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        state.Delete(recursive: true);
    }

    private static ServiceProvider Connect(Uri address, PausingClock time)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddLogging();
        SettlementModule.Register(services, Rig.Section(("BaseAddress", address.ToString()))).ShouldBeEmpty();
        return services.BuildServiceProvider();
    }
}
