using System.Net;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Names what an HTTP status means, the same for every source.</summary>
public static class HttpFaults
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    /// <summary>Names the fault that a status line and its headers tell.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="clock">The clock that waits are counted by.</param>
    /// <param name="where">Who answered, for the message.</param>
    /// <returns>The fault, or <see langword="null"/> for a success.</returns>
    public static Fault? Of(HttpResponseMessage response, TimeProvider clock, string where) => (response.StatusCode, Wait(response)) switch
    {
        ( >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices, _) => null,
        (HttpStatusCode.Unauthorized, _) => new Fault.AuthExpired($"{where} asks for a new sign-in (HTTP 401)."),
        (HttpStatusCode.Forbidden, _) => new Fault.AuthRefused(
            $"{where} refuses the hub's account (HTTP 403). "
            + "Check its rights with the owner; the hub does not try again by itself."),
        (HttpStatusCode.TooManyRequests, var wait) => Throttled(clock, wait ?? UsualWait, where),
        (HttpStatusCode.ServiceUnavailable, { } wait) => Throttled(clock, wait, where),
        ( >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout, _) =>
            new Fault.Transient($"{where} failed with HTTP {(int)response.StatusCode}; it may work later."),
        ( >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest, _) =>
            new Fault.Drift(
                $"{where} answers with a redirect (HTTP {(int)response.StatusCode}), which the hub does not follow. "
                + "Ask its owner for the present address and set it."),
        _ => new Fault.Drift(
            $"{where} refuses the call (HTTP {(int)response.StatusCode}). "
            + "Ask its owner what changed, then change the connector or its address."),
    };

    private static Fault.Throttled Throttled(TimeProvider clock, TimeSpan wait, string where) =>
        new(clock.GetUtcNow() + wait, $"{where} asks to wait {Math.Ceiling(wait.TotalSeconds)} s.");

    // A date is compared with the other side's own clock, so that a skew between the two does not count.
    private static TimeSpan? Wait(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        { Date: not null } => UsualWait,
        _ => null,
    };
}
