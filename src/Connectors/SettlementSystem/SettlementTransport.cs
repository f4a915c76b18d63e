using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// One call, from the gate to the fault. Polly acts here and nowhere else: reads are tried again within seconds, writes never.
/// </summary>
internal sealed class SettlementTransport(
    ISettlementApi api,
    SettlementOptions options,
    SettlementPipelines pipelines,
    SettlementGate gate,
    TargetCounters counters,
    TimeProvider time,
    ILogger<SettlementTarget> logger)
{
    /// <summary>A bucket of dossiers stays far below it; a body without end must not fill the memory.</summary>
    private const long LargestAnswer = 64 * 1024 * 1024;

    /// <summary>What is called and where, as the message of a fault begins.</summary>
    public string Where(string service) => $"{service} at {options.BaseAddress!.Authority}";

    public Task<Answer<Envelope>> SignInAsync(CancellationToken cancellationToken) =>
        TryAsync(CallKind.Read, SignInOnceAsync, cancellationToken);

    public Task<Answer<Envelope>> CallAsync(SettlementCall call, string session, CancellationToken cancellationToken) =>
        TryAsync(call.Kind, token => CallOnceAsync(call, session, token, cancellationToken), cancellationToken);

    private async Task<Answer<Envelope>> TryAsync(
        CallKind kind, Func<CancellationToken, Task<Answer<Envelope>>> once, CancellationToken cancellationToken) =>
        await pipelines.For(kind).ExecuteAsync(static async (once, token) => await once(token), once, cancellationToken);

    private async Task<Answer<Envelope>> SignInOnceAsync(CancellationToken token)
    {
        if (gate.Closed() is { } throttled)
            return throttled;

        var request = new SignInRequest { UserName = options.User!, Password = options.Password!, DstCode = options.DestinationCode };
        var reply = await ExchangeAsync(
            t => api.SignInAsync(options.AuthPath, request, t), "session", () => true, token, CancellationToken.None);
        return Judge(reply, SettlementFaults.OfSignIn(reply, Where("auth"), time.GetUtcNow()), "auth");
    }

    private async Task<Answer<Envelope>> CallOnceAsync(
        SettlementCall call, string session, CancellationToken token, CancellationToken caller)
    {
        if (gate.Closed() is { } throttled)
            return throttled;

        Count(call.Kind);
        using var content = call.Content(session, options.Agency!);
        var reply = await ExchangeAsync(t => api.CallAsync(options.ServicePath, content, t), "result", () => content.Left, token, caller);
        if (reply is Reply.Answered { Envelope: { Accepted: false } refusal })
            reply = new Reply.Answered(refusal, TargetMessage.Clean(refusal.Message, call.Data ?? []));
        if (reply is Reply.Abandoned { Left: var left } && (call.Kind is CallKind.Read || !left))
            caller.ThrowIfCancellationRequested();
        return Judge(reply, SettlementFaults.Of(reply, call.Kind, Where(call.Service), time.GetUtcNow()), call.Service);
    }

    private async Task<Reply> ExchangeAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send, string payload, Func<bool> left,
        CancellationToken token, CancellationToken caller)
    {
        try
        {
            using var response = await send(token);
            if (!response.IsSuccessStatusCode)
                return new Reply.Status((int)response.StatusCode, RetryAfter.Of(response.Headers, time.GetUtcNow()));

            await response.Content.LoadIntoBufferAsync(LargestAnswer, token);
            var envelope = await Envelope.ReadAsync(await response.Content.ReadAsStreamAsync(token), payload, token);
            return envelope is null ? new Reply.Strange() : new Reply.Answered(envelope);
        }
        catch (Exception thrown) when (HttpFailure.Cause(thrown) is { } cause)
        {
            return cause switch
            {
                OperationCanceledException when caller.IsCancellationRequested => new Reply.Abandoned(left()),
                OperationCanceledException => new Reply.TimedOut(left()),
                _ => new Reply.Broken(HttpFailure.Describe(cause), left()),
            };
        }
    }

    private Answer<Envelope> Judge(Reply reply, Fault? fault, string service)
    {
        if (SettlementFaults.Pause(reply, time.GetUtcNow()) is { } until)
        {
            gate.Close(until);
            logger.AskedToWait(service, until);
        }

        if (fault is null)
            return new(((Reply.Answered)reply).Envelope);
        if (!SettlementFaults.IsOrderly(fault))
            counters.CountFault();
        (reply as Reply.Answered)?.Envelope.Dispose();
        return new(fault, ReachOf(reply));
    }

    private static Reach ReachOf(Reply reply) => reply switch
    {
        Reply.TimedOut => Reach.TooLate,
        Reply.Broken { Left: false } => Reach.Nobody,
        _ => Reach.Through,
    };

    private void Count(CallKind kind)
    {
        if (kind is CallKind.Read)
            counters.CountRead();
        else
            counters.CountWrite();
    }
}
