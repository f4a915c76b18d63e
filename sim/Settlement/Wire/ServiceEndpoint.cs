using IntegrationHub.Sim.Settlement.Faults;
using IntegrationHub.Sim.Settlement.Services;

namespace IntegrationHub.Sim.Settlement.Wire;

/// <summary><c>POST /service</c>: every other call.</summary>
internal sealed class ServiceEndpoint(Sessions sessions, Dispatcher dispatcher, FaultStriker faults)
{
    public async Task HandleAsync(HttpContext http)
    {
        using var call = await Call.ReadAsync(http.Request);
        if (call is null)
        {
            await Reply.SendAsync(http, Answer.Refused("The body is not one JSON object with each member once").ToJson());
            return;
        }

        var session = call.Text("session");
        if (sessions.Account(session) is not { } account)
        {
            await Reply.SendAsync(http, Answer.SessionEnded.ToJson());
            return;
        }

        await faults.ServeCallAsync(http, account, session,
            async accepted => (await dispatcher.AnswerAsync(call, account)).Spelt(SpeltIn(call, accepted)).ToJson());
    }

    // A target declares its abilities by "0": of "00" a client may conclude that it has none.
    private static string SpeltIn(Call call, string accepted) => call.Text("service") == KhaNang.Service ? Codes.Accepted : accepted;
}
