using System.Net.Http.Headers;
using System.Text.Json;
using IntegrationHub.Bench.Ledgers;
using IntegrationHub.Bench.Source;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Processes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Bench.Processes;

/// <summary>The real <c>hub-server</c> as a running program: driven through its settings and its API, and by nothing else.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private readonly Child child;
    private readonly HttpClient http;
    private readonly HubApi api;

    private HubProcess(Child child, string token)
    {
        http = new HttpClient { BaseAddress = child.Address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (this.child, api) = (child, new HubApi(http));
    }

    /// <summary>The most memory that it ever held, in MiB.</summary>
    public double PeakMemoryMiB => child.PeakMemoryMiB();

    public TimeSpan Worked => Work.Of(child.Id);

    public static async Task<HubProcess> StartAsync(
        SourceProcess source, TargetProcess target, Ledger ledger, int? workers, CancellationToken cancellationToken)
    {
        var (settings, token) = (Path.Combine(Scratch.Root, "hub.json"), Path.Combine(Scratch.Root, "hub.token"));
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(Settings(source, target, ledger, workers)), cancellationToken);
        var start = Programs.Server(
            "serve", "--config", settings, "--listen", "http://127.0.0.1:0", "--token-file", token, "--die-with-parent");
        start.Environment[LicenceConnector.PasswordName] = "bench";
        var child = await Child.StartAsync("hub-server", start, Scratch.Logs, Scratch.Patience, cancellationToken);
        return new(child, (await File.ReadAllTextAsync(token, cancellationToken)).Trim());
    }

    public async Task<RunView> StartRunAsync(CancellationToken cancellationToken) =>
        await api.TryStartRunAsync(LicenceConnector.Id, cancellationToken)
        ?? throw new BenchException("a run of the connector is under way already.");

    public Task<RunView> RunAsync(RunView run, CancellationToken cancellationToken) => api.RunAsync(run.Id, cancellationToken);

    public Task<HubActivity> ActivityAsync(CancellationToken cancellationToken) => api.ActivityAsync(cancellationToken);

    public Task<HubStatus> StatusAsync(CancellationToken cancellationToken) => api.StatusAsync(cancellationToken);

    /// <summary>Signs in at the target again after a refusal.</summary>
    public async Task ResumeTargetAsync(CancellationToken cancellationToken) =>
        (await http.PostAsync("v1/target/resume", content: null, cancellationToken)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        var problem = await child.StopAsync();
        http.Dispose();
        await child.DisposeAsync();
        if (problem is not null)
            throw new BenchException(problem);
    }

    private static Dictionary<string, string?> Settings(SourceProcess source, TargetProcess target, Ledger ledger, int? workers)
    {
        var settings = LicenceConnector.Settings(source.Address, source.Calendar, $"env:{LicenceConnector.PasswordName}");
        settings["Hub:Store"] = ledger.Setting;
        settings["Hub:Schedule"] = "false";
        settings["Settlement:BaseAddress"] = target.Address.ToString();
        settings["Settlement:User"] = "hub";
        settings["Settlement:Password"] = $"env:{LicenceConnector.PasswordName}";
        settings["Settlement:Agency"] = "H40";
        if (workers is { } some)
            settings["Hub:Workers"] = $"{some}";
        return settings;
    }
}
