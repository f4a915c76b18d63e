using System.Globalization;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Faults;

/// <summary>Takes the call's effect and makes its answer, which spells "accepted" as told.</summary>
internal delegate Task<ReadOnlyMemory<byte>> Act(string accepted);

/// <summary>Stands between an endpoint and the wire, and lets the bad days happen.</summary>
/// <remarks>An effect of a call that is struck after it was done is real: the client only does not learn of it.</remarks>
internal sealed class FaultStriker(
    Options options, FaultSequence sequence, FaultCounts counts, FaultSwitch power, Sessions sessions, IHostApplicationLifetime life)
{
    private static readonly ReadOnlyMemory<byte> Page =
        "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"u8.ToArray();

    private static readonly ReadOnlyMemory<byte> Error =
        """{"error_code":"-1","message":"System.NullReferenceException","result":[]}"""u8.ToArray();

    /// <summary>A sign-in has no session to lose, is never held, and knows no "not now".</summary>
    public Task ServeSignInAsync(HttpContext http, string account, Act act)
    {
        var strike = Next(account);
        var isForCallsOnly = strike.Kind
            is FaultKind.SessionExpired or FaultKind.TimeoutBeforeCommit or FaultKind.TimeoutAfterCommit or FaultKind.NotNow;
        return ServeAsync(http, isForCallsOnly ? strike with { Kind = FaultKind.None } : strike, null, act);
    }

    public Task ServeCallAsync(HttpContext http, string account, string? session, Act act) =>
        ServeAsync(http, Next(account), session, act);

    private Strike Next(string account) =>
        power.IsOn && options.FaultAccounts.Contains(account) ? sequence.Next() : default;

    private async Task ServeAsync(HttpContext http, Strike strike, string? session, Act act)
    {
        if (strike.Latency > TimeSpan.Zero)
        {
            counts.Count(FaultKind.Latency);
            await Task.Delay(strike.Latency, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (strike.Kind != FaultKind.None)
            counts.Count(strike.Kind);
        await StrikeAsync(http, strike, session, act);
    }

    private Task StrikeAsync(HttpContext http, Strike strike, string? session, Act act) =>
        strike.Kind switch
        {
            FaultKind.Throttled => AskToWait(http, StatusCodes.Status429TooManyRequests, strike.Coin),
            FaultKind.Unavailable => UnavailableAsync(http, strike, act),
            FaultKind.Http500 => HalfAsync(strike, act, () => Reply.SendAsync(http, Error, StatusCodes.Status500InternalServerError)),
            FaultKind.Html => HalfAsync(strike, act, () => Reply.SendHtmlAsync(http, Page)),
            FaultKind.CutBody => CutAsync(http, strike, act),
            FaultKind.SessionExpired => ExpireAsync(http, strike, session),
            FaultKind.TimeoutBeforeCommit => TimeOutBeforeAsync(http, strike, act),
            FaultKind.TimeoutAfterCommit => TimeOutAfterAsync(http, act),
            FaultKind.NotNow => Reply.SendAsync(http, Wire.Answer.NotNow.ToJson()),
            _ => AnswerAsync(http, strike, act),
        };

    /// <summary>Half of what is accepted on a bad day is accepted in the other spelling.</summary>
    private static async Task AnswerAsync(HttpContext http, Strike strike, Act act) =>
        await Reply.SendAsync(http, await act(strike.Second ? Codes.AcceptedToo : Codes.Accepted));

    /// <summary>Told when to come back, the client knows that nothing was stored; else half of the calls have taken effect.</summary>
    private static async Task UnavailableAsync(HttpContext http, Strike strike, Act act)
    {
        if (strike.Coin)
        {
            await AskToWait(http, StatusCodes.Status503ServiceUnavailable, strike.Second);
            return;
        }

        if (strike.Second)
            await act(Codes.Accepted);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>Asks to come back in a second: as a number, or as a date that only this answer's own <c>Date</c> gives a meaning.</summary>
    private static Task AskToWait(HttpContext http, int status, bool asDate)
    {
        var now = DateTimeOffset.UtcNow;
        http.Response.StatusCode = status;
        http.Response.Headers.Date = Date(now);
        http.Response.Headers.RetryAfter = asDate ? Date(now.AddSeconds(1)) : "1";
        return Task.CompletedTask;
    }

    private static string Date(DateTimeOffset moment) => moment.ToString("R", CultureInfo.InvariantCulture);

    private static async Task HalfAsync(Strike strike, Act act, Func<Task> answer)
    {
        if (strike.Coin)
            await act(Codes.Accepted);
        await answer();
    }

    private static async Task CutAsync(HttpContext http, Strike strike, Act act) =>
        await Reply.SendCutAsync(http, strike.Coin ? await act(Codes.Accepted) : Answer.Accepted().ToJson());

    private Task ExpireAsync(HttpContext http, Strike strike, string? session)
    {
        sessions.End(session);
        return Reply.SendAsync(
            http,
            Answer.SessionEnded.ToJson(),
            strike.Coin ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK);
    }

    /// <summary>On a basic profile half of these calls still take effect, after the client has given them up.</summary>
    private async Task TimeOutBeforeAsync(HttpContext http, Strike strike, Act act)
    {
        await HoldAsync(http);
        if (strike.Coin && options.Profile == Profile.Basic)
            await act(Codes.Accepted);
    }

    private async Task TimeOutAfterAsync(HttpContext http, Act act)
    {
        await act(Codes.Accepted);
        await HoldAsync(http);
    }

    /// <summary>Holds the connection until the client gives up, and drops it if the client has more patience than we.</summary>
    private async Task HoldAsync(HttpContext http)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        await Task.Delay(options.Stall, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
    }
}
