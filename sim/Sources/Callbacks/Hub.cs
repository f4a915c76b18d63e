using System.Net.Http.Headers;
using System.Text.Json;
using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Store;

namespace IntegrationHub.Sim.Sources.Callbacks;

internal enum Answer
{
    Acknowledged,
    Refused,
    Later,
}

/// <summary>Where the land registry's callbacks go. The address may be told later and outlives a restart.</summary>
internal sealed class Hub(HttpClient http, StateDatabase state, string? configured)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private volatile string? address = configured ?? state.Meta("hub");

    public bool IsKnown => address is not null;

    public void MoveTo(Uri hub)
    {
        address = hub.AbsoluteUri;
        state.Write(to => to.Meta("hub", hub.AbsoluteUri));
    }

    public async Task<Answer> TellAsync(LandCallback callback, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var content = new ByteArrayContent(callback.Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var response = await http.PostAsync(
                new Uri($"{address!.TrimEnd('/')}/callbacks/land-registry/{callback.Name}"), content, patience.Token);
            return await JudgeAsync(response, patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException
            && !cancellationToken.IsCancellationRequested)
        {
            return Answer.Later;
        }
    }

    private static async Task<Answer> JudgeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var code = (int)response.StatusCode;
        if (code is 408 or 429 or >= 500) return Answer.Later;
        if (code is >= 400) return Answer.Refused;
        using var body = await JsonDocument.ParseAsync(
            await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("Result", out var result)
            && result.ValueKind == JsonValueKind.Number && result.GetInt32() == 1
            ? Answer.Acknowledged
            : Answer.Later;
    }
}
