using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntegrationHub.Sim.Settlement;

/// <summary>Sessions live in memory: a restart ends them all, a new sign-in ends none.</summary>
internal sealed class Sessions
{
    private readonly ConcurrentDictionary<string, string> accounts = new(StringComparer.Ordinal);

    public string Open(string account)
    {
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        accounts[session] = account;
        return session;
    }

    public string? Account(string? session) => session is null ? null : accounts.GetValueOrDefault(session);

    public void End(string? session)
    {
        if (session is not null)
            accounts.TryRemove(session, out _);
    }
}
