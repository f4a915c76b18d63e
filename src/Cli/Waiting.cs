namespace IntegrationHub.Cli;

/// <summary>Waits for something at the server to end.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks again and again until it is done.</summary>
    /// <exception cref="CliException">It took longer than allowed.</exception>
    public static async Task<T> UntilAsync<T>(
        Func<Task<T>> ask, Func<T, bool> done, TimeSpan patience, string what, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (done(answer))
                return answer;
            if (clock.GetElapsedTime(began) + Pause > patience)
                throw TooLong(what, patience);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private static CliException TooLong(string what, TimeSpan patience) => new(ExitCodes.Timeout, FormattableString.Invariant(
        $"{what} has not ended after {patience.TotalSeconds:0.#} s; it goes on at the server. Wait longer with --timeout SECONDS."));
}
