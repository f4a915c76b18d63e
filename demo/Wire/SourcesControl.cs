using System.Net.Http.Json;
using System.Text.Json;

namespace IntegrationHub.Demo.Wire;

/// <summary>The simulated sources' control surface: time goes on, callbacks are pushed, the truth is told.</summary>
internal sealed class SourcesControl(HttpClient http)
{
    public sealed record Status(int Dossiers, int Wave, int Waves, int CallbacksPending, int Construction, int Licences, int Land, int Bad);

    public sealed record Push(int Pushed, int Acknowledged, int Refused, int Pending);

    public static string RefusedSentence(int refused) =>
        $"the hub refused {refused} of the land registry's callbacks, which it must take whatever is in them; see the hub's log.";

    public async Task<Status> StatusAsync(CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<Status>("sim/status", cancellationToken) ?? throw new DemoException("sim-sources tells no status.");

    public Task TellHubAsync(Uri hub, CancellationToken cancellationToken) => PostAsync("sim/hub", new { url = hub }, cancellationToken);

    public Task AdvanceAsync(CancellationToken cancellationToken) => PostAsync("sim/advance", null, cancellationToken);

    public Task GoLiveAsync(CancellationToken cancellationToken) => PostAsync("sim/live", null, cancellationToken);

    public async Task<Push> PushCallbacksAsync(CancellationToken cancellationToken)
    {
        using var response = await PostAsync("sim/callbacks", null, cancellationToken);
        return await response.Content.ReadFromJsonAsync<Push>(cancellationToken)
            ?? throw new DemoException("sim-sources does not say what it pushed.");
    }

    public IAsyncEnumerable<BaseLine> BaseAsync(CancellationToken cancellationToken) => LinesAsync<BaseLine>("sim/base", cancellationToken);

    public IAsyncEnumerable<TruthLine> TruthAsync(CancellationToken cancellationToken) =>
        LinesAsync<TruthLine>("sim/truth", cancellationToken);

    private async Task<HttpResponseMessage> PostAsync(string path, object? body, CancellationToken cancellationToken)
    {
        var response = await http.PostAsync(path, body is null ? null : JsonContent.Create(body), cancellationToken);
        return response.IsSuccessStatusCode
            ? response
            : throw new DemoException($"sim-sources answers {path} with HTTP {(int)response.StatusCode}.");
    }

    private async IAsyncEnumerable<T> LinesAsync<T>(
        string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await http.GetStreamAsync(path, cancellationToken);
        var lines = JsonSerializer.DeserializeAsyncEnumerable<T>(
            stream, topLevelValues: true, JsonSerializerOptions.Web, cancellationToken);
        await foreach (var line in lines)
            yield return line!;
    }
}

/// <summary>A dossier that the settlement system's own staff took in before the land registry knew of it.</summary>
internal sealed record BaseLine(JsonElement Dossier, JsonElement[] Progress);

/// <summary>
/// What the generator knows of one dossier: the packet that must stand at the target when all is delivered, whether the hub must have
/// written it there (<c>Written</c>), and whether the hub may hold a record of it back (<c>HeldBack</c>).
/// </summary>
internal sealed record TruthLine(
    string MaHoSo,
    string Source,
    string SourceKey,
    bool Bad,
    bool HeldBack,
    bool Written,
    JsonElement? Expected,
    JsonElement[]? Progress,
    string? Why);
