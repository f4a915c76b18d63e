using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IntegrationHub.Demo.Wire;

/// <summary>
/// A second, tiny client of the settlement profile. It shares nothing with the hub's, so that a mistake there cannot hide here.
/// Everything it sends may be sent again, so it simply asks again after a fault, a few times.
/// </summary>
internal sealed class ServiceClient(HttpClient http, Account account) : IDisposable
{
    private const int Tries = 8;
    private readonly SemaphoreSlim signIn = new(1);
    private string session = "";

    public sealed record Answer(
        [property: JsonPropertyName("error_code")] string Code,
        [property: JsonPropertyName("message")] string? Message,
        [property: JsonPropertyName("result")] JsonElement Result)
    {
        public bool Accepted => Code is "0" or "00";

        public IEnumerable<JsonElement> Rows => Result.ValueKind == JsonValueKind.Array ? Result.EnumerateArray() : [];
    }

    public async Task<Answer> CallAsync(string service, JsonObject members, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var used = session;
            var (answer, wait, fault) = await TryAsync(service, members, used, cancellationToken);
            if (answer is { Code: not ("401" or "2") })
                return answer;
            if (attempt == Tries)
                throw new DemoException(
                    $"the settlement system at {http.BaseAddress} does not answer {service}: "
                    + $"{fault ?? $"error_code {answer?.Code}"}.");
            if (answer is { Code: "401" })
                await SignInAsync(used, cancellationToken);
            else
                await Task.Delay(wait ?? TimeSpan.FromMilliseconds(100 << attempt), cancellationToken);
        }
    }

    private async Task<(Answer? Answer, TimeSpan? Wait, string? Fault)> TryAsync(
        string service, JsonObject members, string used, CancellationToken cancellationToken)
    {
        if (used.Length == 0)
            return (new Answer("401", null, default), null, null);
        try
        {
            var request = members.DeepClone().AsObject();
            request["session"] = used;
            request["madonvi"] = Account.Unit;
            request["service"] = service;
            using var response = await http.PostAsJsonAsync("service", request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
                return (new Answer("401", null, default), null, null);
            if (!response.IsSuccessStatusCode)
                return (null, response.Headers.RetryAfter?.Delta, $"HTTP {(int)response.StatusCode}");
            return (await response.Content.ReadFromJsonAsync<Answer>(cancellationToken), null, null);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException
            || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, null, e.GetType().Name);
        }
    }

    private async Task SignInAsync(string ended, CancellationToken cancellationToken)
    {
        await signIn.WaitAsync(cancellationToken);
        try
        {
            if (session != ended)
                return;
            session = await AskForSessionAsync(cancellationToken) ?? throw new DemoException(
                $"the settlement system at {http.BaseAddress} refuses the account '{account.User}': check its password.");
        }
        finally
        {
            signIn.Release();
        }
    }

    /// <summary>A session, or nothing where the account is refused: that is never asked twice, for accounts get locked.</summary>
    private async Task<string?> AskForSessionAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(
                "auth", new { username = account.User, password = account.Password }, cancellationToken);
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return null;
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<SignIn>(cancellationToken);
            return answer?.Session is { Length: > 0 } opened ? opened : null;
        }
        catch (Exception e)
            when (e is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new DemoException(
                $"the settlement system at {http.BaseAddress} does not answer a sign-in: {e.Message} Check its address.");
        }
    }

    private sealed record SignIn([property: JsonPropertyName("session")] string? Session);

    public void Dispose()
    {
        http.Dispose();
        signIn.Dispose();
    }
}
