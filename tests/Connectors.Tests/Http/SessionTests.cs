using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Http;

public sealed class SessionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_that_lose_their_session_together_sign_in_once()
    {
        var (signIns, arrived, all) = (0, 0, new TaskCompletionSource());
        using var session = new Session(_ => Task.FromResult<Outcome<string>>($"session {++signIns}"));

        async Task<Outcome<string>> Call(string token, CancellationToken stop)
        {
            if (token != "session 1")
                return token;
            if (Interlocked.Increment(ref arrived) == 6)
                all.SetResult();
            await all.Task.WaitAsync(stop);
            return new Fault.AuthExpired("ended");
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => session.CallAsync(Call, Stop)));
        outcomes.ShouldAllBe(outcome => outcome.Value == "session 2");
        signIns.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_sign_in_is_the_calls_fault_and_is_not_remembered()
    {
        var signIns = 0;
        using var session = new Session(_ => Task.FromResult<Outcome<string>>(++signIns == 1 ? new Fault.AuthRefused("no") : "good"));
        (await session.CallAsync(Echo, Stop)).Fault.ShouldBeOfType<Fault.AuthRefused>();
        (await session.CallAsync(Echo, Stop)).Value.ShouldBe("good");
    }

    [Fact]
    public async Task A_session_that_ends_again_at_once_is_told_and_not_renewed_for_ever()
    {
        var signIns = 0;
        using var session = new Session(_ => Task.FromResult<Outcome<string>>($"{++signIns}"));
        var called = await session.CallAsync<string>(
            (_, _) => Task.FromResult<Outcome<string>>(new Fault.AuthExpired("ended")), Stop);
        called.Fault.ShouldBeOfType<Fault.AuthExpired>();
        signIns.ShouldBe(2);
    }

    private static Task<Outcome<string>> Echo(string token, CancellationToken stop) => Task.FromResult<Outcome<string>>(token);
}
