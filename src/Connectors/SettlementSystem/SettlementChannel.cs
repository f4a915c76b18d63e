using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>A call within the shared session: replayed once where the session has ended.</summary>
internal sealed class SettlementChannel(SettlementSession sessions, SettlementTransport transport)
{
    /// <summary>Calls, and reads what was accepted.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads the envelope; <see langword="null"/> if it is not as agreed, a fault if it cannot be used.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was read, or the fault.</returns>
    public async Task<Outcome<T>> CallAsync<T>(
        SettlementCall call, Func<Envelope, Outcome<T>?> read, CancellationToken cancellationToken) =>
        (await AskAsync(call, read, cancellationToken)).Outcome;

    /// <summary>As <see cref="CallAsync"/>, and tells whether the target was reached.</summary>
    public async Task<Answer<T>> AskAsync<T>(SettlementCall call, Func<Envelope, Outcome<T>?> read, CancellationToken cancellationToken)
    {
        var answer = await InSessionAsync(call, cancellationToken);
        if (!answer.Succeeded(out var envelope, out var fault))
            return new(fault, answer.Reach);
        using (envelope)
            return new(read(envelope) ?? Strange(call));
    }

    private Fault Strange(SettlementCall call) =>
        SettlementFaults.Of(new Reply.Strange(), call.Kind, transport.Where(call.Service), default)!;

    private async Task<Answer<Envelope>> InSessionAsync(SettlementCall call, CancellationToken cancellationToken)
    {
        var opened = await sessions.GetAsync(cancellationToken);
        if (!opened.Succeeded(out var session, out var fault))
            return new(fault, Reach.Nobody);

        var answer = await CallAsync(call, session, cancellationToken);
        if (answer.Fault is not Fault.AuthExpired)
            return answer;

        opened = await sessions.RenewAsync(session, cancellationToken);
        if (!opened.Succeeded(out session, out fault))
            return new(fault, Reach.Nobody);

        answer = await CallAsync(call, session, cancellationToken);
        return answer.Fault is Fault.AuthExpired
            ? new Fault.Transient($"{call.Service}: the target ended the session again right after signing in.")
            : answer;
    }

    private async Task<Answer<Envelope>> CallAsync(SettlementCall call, Session session, CancellationToken cancellationToken)
    {
        if (session.Stranger is { } stranger)
            return stranger;
        if (call.For is { } profile && profile != session.Capabilities.Profile)
            return profile is TargetProfile.Extended
                ? new Fault.Drift($"{call.Service}: it is of the extended profile, but the target is basic.")
                : new Fault.Transient($"{call.Service}: the target's profile has changed since the call was written.");
        return await transport.CallAsync(call, session.Token, cancellationToken);
    }
}
