using System.Collections.Concurrent;

namespace IntegrationHub.Sim.Sources.Gplx;

/// <summary>Sessions of the driving-licence feed: each is good for so many calls.</summary>
internal sealed class Sessions(string? user, string? password)
{
    public const int Calls = 200;

    private readonly ConcurrentDictionary<string, int> left = [];

    public string? Begin(string? givenUser, string? givenPassword)
    {
        if (user is null || givenUser != user || givenPassword != password) return null;
        var session = Guid.NewGuid().ToString("N");
        left[session] = Calls;
        return session;
    }

    public bool Spend(string? session) =>
        session is not null && left.ContainsKey(session) && left.AddOrUpdate(session, -1, (_, calls) => calls - 1) >= 0;
}
