using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>A session at the target, and what the target said it can do when it was opened.</summary>
/// <param name="signIn">The number of the sign-in that opened it.</param>
/// <param name="token">What it is called at the target; never shown.</param>
/// <param name="capabilities">What the target can do.</param>
/// <param name="stranger">Set when this is not the target that was met first: nothing is then asked of it or sent to it.</param>
internal sealed class Session(int signIn, string token, TargetCapabilities capabilities, Fault.Drift? stranger)
{
    public int SignIn => signIn;

    public string Token => token;

    public TargetCapabilities Capabilities => capabilities;

    public Fault.Drift? Stranger => stranger;
}

/// <summary>
/// The one session that all workers share: one sign-in in flight, however many wait for it. Refused credentials are a latch:
/// the hub never signs in again by itself until it is reset or restarted, for accounts get locked.
/// </summary>
internal sealed class SettlementSession(SettlementTransport transport, SettlementCapabilities ability, ILogger<SettlementTarget> logger)
{
    private readonly Lock sync = new();
    private Session? current;
    private int signIns;
    private string? signedIn;
    private TargetCapabilities? first;
    private Fault? refused;
    private Task<Outcome<Session>>? opening;

    /// <summary>The present session; opens one if there is none.</summary>
    public async Task<Outcome<Session>> GetAsync(CancellationToken cancellationToken)
    {
        Task<Outcome<Session>> shared;
        lock (sync)
        {
            if (refused is not null)
                return refused;
            if (current is not null)
                return current;
            if (opening is null or { IsCompleted: true })
                opening = OpenAsync();
            shared = opening;
        }

        return await shared.WaitAsync(cancellationToken);
    }

    /// <summary>A session in place of one that has ended; whoever comes later gets the one that was opened meanwhile.</summary>
    public Task<Outcome<Session>> RenewAsync(Session ended, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (current?.SignIn == ended.SignIn)
            {
                (current, signedIn) = (null, null);
                logger.SessionEnded();
            }
        }

        return GetAsync(cancellationToken);
    }

    /// <summary>Asks the target again what it can do, within the same session.</summary>
    public async Task<Outcome<Session>> AskAgainAsync(CancellationToken cancellationToken)
    {
        var opened = await GetAsync(cancellationToken);
        if (!opened.Succeeded(out var session, out var fault))
            return fault;

        var answer = await ability.AskAsync(session.Token, cancellationToken);
        if (answer.Fault is Fault.AuthExpired)
            return await RenewAsync(session, cancellationToken);
        if (!answer.Succeeded(out var capabilities, out fault))
            return fault;

        lock (sync)
        {
            var asked = Known(session.SignIn, session.Token, capabilities);
            if (current?.SignIn == session.SignIn)
                current = asked;
            return asked;
        }
    }

    /// <summary>Lets the hub sign in again after a refusal, and take the target as it is now.</summary>
    public void Reset()
    {
        lock (sync)
            (current, signedIn, first, refused) = (null, null, null, null);
    }

    /// <summary>Serves all who wait, so it is no caller's to cancel.</summary>
    private async Task<Outcome<Session>> OpenAsync()
    {
        await Task.Yield();
        var token = await SignInAsync();
        if (!token.Succeeded(out var name, out var fault))
            return fault;

        var answer = await ability.AskAsync(name, CancellationToken.None);
        lock (sync)
        {
            if (answer.Succeeded(out var capabilities, out fault))
            {
                logger.SignedIn(capabilities.Profile, capabilities.MaxDossiers, capabilities.MaxProgress);
                return current = Known(++signIns, name, capabilities);
            }

            signedIn = fault is Fault.AuthExpired ? null : name;
            return fault is Fault.AuthExpired
                ? new Fault.Transient("KhaNang: the target does not know the session that it has just given.")
                : fault;
        }
    }

    /// <summary>A target that could not yet say what it can do is not signed in at again.</summary>
    private async Task<Outcome<string>> SignInAsync()
    {
        lock (sync)
        {
            if (signedIn is not null)
                return signedIn;
        }

        var answer = await transport.SignInAsync(CancellationToken.None);
        if (answer.Succeeded(out var envelope, out var fault))
            using (envelope)
                return envelope.Session!;

        if (fault is Fault.AuthRefused)
            lock (sync)
            {
                refused = fault;
                logger.SignInRefused(fault.Message);
            }

        return fault;
    }

    private Session Known(int signIn, string token, TargetCapabilities capabilities)
    {
        first ??= capabilities;
        var same = first.Profile is TargetProfile.Basic
            || (capabilities.Profile, capabilities.System, capabilities.Environment)
            == (first.Profile, first.System, first.Environment);
        if (same)
        {
            first = capabilities;
            return new(signIn, token, capabilities, null);
        }

        var stranger = new Fault.Drift(
            $"The target was {Name(first)} and now says it is {Name(capabilities)}; nothing is sent. "
            + "Check Settlement:BaseAddress.");
        logger.OtherTarget(stranger.Message);
        return new(signIn, token, capabilities, stranger);
    }

    private static string Name(TargetCapabilities target) =>
        target.Profile is TargetProfile.Basic ? "a basic target" : $"'{target.System}' ({target.Environment})";
}
