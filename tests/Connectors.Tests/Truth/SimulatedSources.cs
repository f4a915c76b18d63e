using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace IntegrationHub.Connectors.Tests.Truth;

/// <summary>The three simulated sources, as a process of their own.</summary>
internal sealed class SimulatedSources : IAsyncDisposable
{
    public const string LandSecret = "simulated-land-secret";
    public const string Username = "hub";
    public const string Password = "simulated-password";

    private readonly Process process;
    private readonly HttpClient http;

    private SimulatedSources(Process process, string state, Uri address) =>
        (this.process, State, Address, http) = (process, state, address, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) });

    public string State { get; }

    public Uri Address { get; }

    public static async Task<SimulatedSources> StartAsync(int dossiers, int seed, CancellationToken stop)
    {
        var state = Directory.CreateTempSubdirectory("sources").FullName;
        string[] words =
        [
            Path.Combine(AppContext.BaseDirectory, "sim-sources.dll"),
            "--state", state, "--dossiers", $"{dossiers}", "--seed", $"{seed}", "--port", "0", "--die-with-parent",
        ];
        var start = new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            Environment = { ["SIM_LAND_SECRET"] = LandSecret, ["SIM_GPLX_USER"] = Username, ["SIM_GPLX_PASSWORD"] = Password },
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(stop) ?? throw new InvalidOperationException("The simulated sources did not start.");
        return new(process, state, new(JsonDocument.Parse(line).RootElement.GetProperty("listening").GetString()!));
    }

    public async Task PostAsync(string path, object body, CancellationToken stop) =>
        (await http.PostAsJsonAsync(path, body, stop)).EnsureSuccessStatusCode();

    public async Task<List<JsonElement>> LinesAsync(string path, CancellationToken stop)
    {
        var text = await http.GetStringAsync(new Uri(path, UriKind.Relative), stop);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(State, recursive: true);
    }
}
