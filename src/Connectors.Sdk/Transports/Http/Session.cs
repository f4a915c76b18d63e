namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// A sign-in that is shared: one at a time, remembered until the other side says that it has ended, then made anew once.
/// </summary>
/// <param name="signIn">Signs in and gives the session's token.</param>
public sealed class Session(Func<CancellationToken, Task<Outcome<string>>> signIn) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private string? current;

    /// <summary>Makes a call within the session; when it has ended, signs in once and makes the call once more.</summary>
    /// <typeparam name="T">What the call gives.</typeparam>
    /// <param name="call">The call; an ended session is <see cref="Fault.AuthExpired"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What the call gave, or the fault.</returns>
    public async Task<Outcome<T>> CallAsync<T>(Func<string, CancellationToken, Task<Outcome<T>>> call, CancellationToken cancellationToken)
    {
        if (!(await TokenAsync(ended: null, cancellationToken)).Succeeded(out var token, out var refused))
            return refused;

        var outcome = await call(token, cancellationToken);
        if (outcome.Fault is not Fault.AuthExpired)
            return outcome;

        return (await TokenAsync(ended: token, cancellationToken)).Succeeded(out var renewed, out refused)
            ? await call(renewed, cancellationToken)
            : refused;
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<Outcome<string>> TokenAsync(string? ended, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (current is not null && current != ended)
                return current;
            var outcome = await signIn(cancellationToken);
            current = outcome.Value;
            return outcome;
        }
        finally
        {
            gate.Release();
        }
    }
}
