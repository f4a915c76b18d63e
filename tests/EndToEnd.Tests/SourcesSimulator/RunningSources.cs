using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Sim.Sources;
using IntegrationHub.Sim.Sources.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.EndToEnd.Tests.SourcesSimulator;

/// <summary>The simulator in this process, on a folder that may outlive it.</summary>
internal sealed class RunningSources : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-test";

    private readonly WebApplication app;

    private RunningSources(WebApplication app, string folder)
    {
        (this.app, Folder) = (app, folder);
        Http = new() { BaseAddress = new Uri(app.Urls.First()) };
    }

    public string Folder { get; }

    public HttpClient Http { get; }

    public static async Task<RunningSources> StartAsync(
        int dossiers = 1000, long seed = 7, string? folder = null, double badShare = 0.01, TimeSpan? giveUpAfter = null, bool live = false)
    {
        folder ??= Directory.CreateTempSubdirectory("sim-sources-").FullName;
        var app = SourcesApp.Build(new(folder, new Census(dossiers, seed, badShare), Live: live, LandSecret: Secret, GplxUser: "gplx", GplxPassword: "pw")
        {
            GiveUpAfter = giveUpAfter ?? TimeSpan.FromSeconds(20),
        });
        await app.StartAsync();
        return new(app, folder);
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public async Task<JsonNode> PostAsync(string path, object? body = null)
    {
        using var response = await Http.PostAsJsonAsync(path, body ?? new { });
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<IReadOnlyList<JsonNode>> LinesAsync(string path) =>
        [.. (await Http.GetStringAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    public Task<JsonNode> AdvanceAsync() => PostAsync("/sim/advance");

    public async Task<JsonNode> PushToAsync(FakeHub hub)
    {
        await PostAsync("/sim/hub", new { url = hub.Address });
        return await PostAsync("/sim/callbacks");
    }

    /// <summary>Rows of the department's view, as any reader sees them.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> View(string order = "ma_ho_so")
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "construction.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM v_giay_phep_xay_dung ORDER BY {order}";
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i)));
        return rows;
    }

    /// <summary>Ends the program but keeps its folder.</summary>
    public async Task StopAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
