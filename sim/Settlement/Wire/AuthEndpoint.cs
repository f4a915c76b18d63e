using System.Text.Json;
using IntegrationHub.Sim.Settlement.Faults;

namespace IntegrationHub.Sim.Settlement.Wire;

/// <summary><c>POST /auth</c>: a session for a password.</summary>
internal sealed class AuthEndpoint(Accounts accounts, Sessions sessions, FaultStriker faults)
{
    public async Task HandleAsync(HttpContext http)
    {
        using var call = await Call.ReadAsync(http.Request);
        var account = call?.Text("username") ?? "";
        await faults.ServeSignInAsync(http, account, _ => Task.FromResult(SignIn(account, call?.Text("password") ?? "")));
    }

    private ReadOnlyMemory<byte> SignIn(string account, string password) => accounts.Knows(account, password)
        ? Json(Codes.Accepted, "", sessions.Open(account))
        : Json(Codes.Refused, "Wrong user name or password", "");

    private static byte[] Json(string code, string message, string session) =>
        JsonSerializer.SerializeToUtf8Bytes(new { error_code = code, message, session });
}
