using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// What an answer of the target means: the table of the settlement profile, and nothing else. Status and code decide, never text.
/// </summary>
internal static class SettlementFaults
{
    /// <summary>How long to wait where the target says "not now" without saying until when.</summary>
    public static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(5);

    /// <summary>Judges the answer to a call of <c>/service</c>.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="kind">Whether the call may have changed something.</param>
    /// <param name="where">What was called and where, as every message begins: <c>TraCuuHoSo at tthc.example</c>.</param>
    /// <param name="now">The present time.</param>
    /// <returns><see langword="null"/> when the call was accepted.</returns>
    public static Fault? Of(Reply reply, CallKind kind, string where, DateTimeOffset now) => reply switch
    {
        Reply.Answered { Envelope: { Code: "401" } } or Reply.Status { Code: 401 } =>
            new Fault.AuthExpired($"{where}: the session has ended."),
        Reply.Answered { Envelope: { Code: "403" } } or Reply.Status { Code: 403 } =>
            new Fault.AuthRefused($"{where}: the account has no right to it; ask the target's administrators."),
        Reply.Answered { Envelope: var envelope, Message: var message } => OfCode(envelope.Code, message),
        Reply.Status { Code: 413 } when kind is CallKind.Write =>
            new Fault.Rejected("413", $"{where}: no call of this size is taken (HTTP 413); have the limit there or at its gateway raised."),
        Reply.Status { Code: 429, Wait: var wait } => Throttled(wait, where, now),
        Reply.Status { Code: 503, Wait: { } wait } => Throttled(wait, where, now),
        // Without Retry-After nothing says that the call was not stored.
        Reply.Status { Code: 503 } when kind is CallKind.Read => Throttled(null, where, now),
        Reply.Status { Code: >= 400 and < 500 and var code } => new Fault.AuthRefused(
            $"{where}: the target answers HTTP {code}; check the address, the account and the profile."),
        Reply.Status { Code: var code } => Lost(
            kind, left: true, $"{where}: the target answers HTTP {code}. It may work later; if not, ask the target's administrators."),
        Reply.Strange => Lost(
            kind, left: true, $"{where}: the answer is not the agreed envelope; a proxy or login page may stand in the way."),
        Reply.Broken { How: var how, Left: var left } => Lost(
            kind, left, $"{where}: {how}. Check that the target runs and that the hub may reach it."),
        Reply.TimedOut { Left: var left } => Lost(
            kind, left, $"{where}: no whole answer in time. Check that the target runs; if it is slow, raise Settlement:AttemptTimeout."),
        Reply.Abandoned { Left: var left } => Lost(
            kind, left, $"{where}: given up by the hub before the answer came; it goes on by itself."),
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    /// <summary>
    /// Judges the answer to <c>/auth</c>: whatever is refused there is never tried again by itself, for accounts get locked.
    /// </summary>
    /// <param name="reply">The answer.</param>
    /// <param name="where">Where it was asked: <c>auth at tthc.example</c>.</param>
    /// <param name="now">The present time.</param>
    /// <returns><see langword="null"/> when there is a session.</returns>
    public static Fault? OfSignIn(Reply reply, string where, DateTimeOffset now) => reply switch
    {
        Reply.Answered { Envelope: { Accepted: true } } => null,
        Reply.Answered { Envelope: { Code: "2" } } => new Fault.Transient($"{where}: signing in is not possible for the moment (code 2)."),
        Reply.Answered { Envelope: { Code: var code } } => AccountRefused(where, $"code {Code(code)}"),
        Reply.Status { Code: 401 or 403 } refusal => AccountRefused(where, $"HTTP {refusal.Code}"),
        _ => Of(reply, CallKind.Read, where, now),
    };

    private static Fault.AuthRefused AccountRefused(string where, string how) =>
        new($"{where}: the target refuses the account ({how}). Are Settlement:User and Settlement:Password wrong, mend them and restart "
            + "hub-server; was the password mended at the target's side, run: hub target resume.");

    /// <summary>Judges the code of a call or of one of its items.</summary>
    /// <returns><see langword="null"/> when it was accepted.</returns>
    public static Fault? OfCode(string code, string message) => code switch
    {
        "0" or "00" => null,
        "2" => new Fault.Transient($"Not possible for the moment (code 2): {message}"),
        "3" => new Fault.Duplicate("The target has the dossier already (code 3)."),
        "4" => new Fault.OutOfOrder("The target does not have the dossier (code 4)."),
        "5" => new Fault.NewerAtTarget("The target holds a newer version (code 5)."),
        "6" => new Fault.NewerAtTarget("The target holds this version with other content (code 6)."),
        _ => new Fault.Rejected(Code(code), $"Refused by the target (code {Code(code)}): {message}"),
    };

    /// <summary>Until when no call may be made, whatever the fault is for the caller.</summary>
    public static DateTimeOffset? Pause(Reply reply, DateTimeOffset now) =>
        reply is Reply.Status { Code: 429 or 503, Wait: var wait } ? now + (wait ?? DefaultPause) : null;

    /// <summary>Whether a fault tells about the items of a call, not about the call: then it condemns none of several.</summary>
    public static bool IsOrderly(Fault fault) => fault is Fault.Rejected or Fault.Duplicate or Fault.OutOfOrder or Fault.NewerAtTarget;

    private static Fault Lost(CallKind kind, bool left, string message) =>
        kind is CallKind.Write && left ? new Fault.UnknownOutcome(message) : new Fault.Transient(message);

    private static Fault.Throttled Throttled(TimeSpan? wait, string where, DateTimeOffset now)
    {
        var until = now + (wait ?? DefaultPause);
        return new(until, $"{where}: the target asks to wait until {VietnamTime.Say(until)}.");
    }

    /// <summary>A code is short; what is longer is not quoted.</summary>
    private static string Code(string code) => code.Length <= 20 ? code : "too long to be one";
}
