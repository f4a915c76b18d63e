using System.Net;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Names what an HTTP status means, the same for every source.</summary>
internal static class HttpFaults
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    /// <summary>Names the fault that a status line and its headers tell.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="clock">The clock that waits are counted by.</param>
    /// <param name="where">Who answered, for the message.</param>
    /// <returns>The fault, or <see langword="null"/> for a success.</returns>
    public static Fault? Of(HttpResponseMessage response, TimeProvider clock, string where) =>
        Of(response.StatusCode, RetryAfter.Of(response.Headers, clock.GetUtcNow()), clock, where);

    private static Fault? Of(HttpStatusCode status, TimeSpan? asked, TimeProvider clock, string where) => (status, asked) switch
    {
        ( >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices, _) => null,
        (HttpStatusCode.Unauthorized, _) => new Fault.AuthExpired($"{where} asks for a new sign-in (HTTP 401)."),
        (HttpStatusCode.Forbidden, _) => new Fault.AuthRefused(
            $"{where} refuses the hub's account (HTTP 403). "
            + "Check its rights with the owner; the hub does not try again by itself."),
        (HttpStatusCode.TooManyRequests, var wait) => Throttled(clock, wait ?? UsualWait, where),
        (HttpStatusCode.ServiceUnavailable, { } wait) => Throttled(clock, wait, where),
        ( >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout, _) =>
            new Fault.Transient($"{where} failed with HTTP {(int)status}; it may work later."),
        ( >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest, _) =>
            new Fault.Drift(
                $"{where} answers with a redirect (HTTP {(int)status}), which the hub does not follow. "
                + "Ask its owner for the present address and set it."),
        _ => new Fault.Drift(
            $"{where} refuses the call (HTTP {(int)status}). "
            + "Ask its owner what changed, then change the connector or its address."),
    };

    private static Fault.Throttled Throttled(TimeProvider clock, TimeSpan wait, string where) =>
        new(clock.GetUtcNow() + wait, $"{where} asks to wait {Math.Ceiling(wait.TotalSeconds)} s.");
}
