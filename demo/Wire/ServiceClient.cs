using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IntegrationHub.Demo.Wire;

/// <summary>
/// A second, tiny client of the settlement profile. It shares nothing with the hub's, so that a mistake there cannot hide here.
/// Everything it sends may be sent again, a sign-in too, so it simply asks again after a fault, a few times.
/// </summary>
internal sealed class ServiceClient(HttpClient http, Account account) : IDisposable
{
    private const int Tries = 8;
    private readonly SemaphoreSlim signIn = new(1);
    private string session = "";

    public sealed record Answer(
        [property: JsonPropertyName("error_code")] string? Code,
        [property: JsonPropertyName("message")] string? Message,
        [property: JsonPropertyName("result")] JsonElement Result,
        [property: JsonPropertyName("session")] string? Session = null)
    {
        public bool Accepted => Code is "0" or "00";

        public IEnumerable<JsonElement> Rows => Result.ValueKind == JsonValueKind.Array ? Result.EnumerateArray() : [];
    }

    public Uri Address => http.BaseAddress!;

    public async Task<Answer> CallAsync(string service, JsonObject members, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var used = session.Length > 0 ? session : await SignInAsync("", cancellationToken);
            var request = members.DeepClone().AsObject();
            (request["session"], request["madonvi"], request["service"]) = (used, Account.Unit, service);
            var answer = await AskAsync("service", service, request, cancellationToken);
            if (answer.Code != "401")
                return answer;
            if (tries == Tries)
                throw Silent(service, "every new session has ended at once");
            await SignInAsync(used, cancellationToken);
        }
    }

    /// <summary>The session that follows the ended one; whoever comes second takes what the first was given.</summary>
    private async Task<string> SignInAsync(string ended, CancellationToken cancellationToken)
    {
        await signIn.WaitAsync(cancellationToken);
        try
        {
            return session = session == ended ? await NewSessionAsync(cancellationToken) : session;
        }
        finally
        {
            signIn.Release();
        }
    }

    /// <summary>An account that is refused is never tried twice, for accounts get locked.</summary>
    private async Task<string> NewSessionAsync(CancellationToken cancellationToken)
    {
        var credentials = new JsonObject { ["username"] = account.User, ["password"] = account.Password };
        var answer = await AskAsync("auth", "a sign-in", credentials, cancellationToken);
        return answer switch
        {
            { Accepted: true, Session: { Length: > 0 } opened } => opened,
            { Accepted: true } => throw Silent("a sign-in", "it opens no session"),
            { Code: "401" or "1" } => throw new DemoException(
                $"the settlement system at {Address} refuses the account '{account.User}': check its password."),
            { Code: "403" } => throw new DemoException(
                $"the settlement system at {Address} gives the account '{account.User}' no right to sign in: ask for it there."),
            _ => throw new DemoException(
                $"the settlement system at {Address} refuses the sign-in of '{account.User}': {answer.Code} {answer.Message}"),
        };
    }

    private async Task<Answer> AskAsync(string path, string what, JsonObject request, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (answer, wait, fault) = await TryAsync(path, request, cancellationToken);
            if (answer is { Code: not "2" })
                return answer;
            if (tries == Tries)
                throw Silent(what, fault ?? $"error_code 2 {answer?.Message}".TrimEnd());
            await Task.Delay(wait ?? TimeSpan.FromMilliseconds(100 << tries), cancellationToken);
        }
    }

    private async Task<(Answer? Answer, TimeSpan? Wait, string? Fault)> TryAsync(
        string path, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(path, request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return (new($"{(int)response.StatusCode}", null, default), null, null);
            if (!response.IsSuccessStatusCode)
                return (null, Wait(response.Headers), $"HTTP {(int)response.StatusCode}");
            var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken);
            return answer?.Code is null ? (null, null, "an answer without error_code") : (answer, null, null);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException
            || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, null, e.Message);
        }
    }

    private static TimeSpan? Wait(HttpResponseHeaders headers) => headers switch
    {
        { RetryAfter.Delta: { } told } => told,
        { RetryAfter.Date: { } until, Date: { } now } when until > now => until - now,
        _ => null,
    };

    private DemoException Silent(string what, string fault) =>
        new($"the settlement system at {Address} does not answer {what}: {fault.TrimEnd('.')}. Check its address, and whether it runs.");

    public void Dispose()
    {
        http.Dispose();
        signIn.Dispose();
    }
}
