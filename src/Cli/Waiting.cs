namespace IntegrationHub.Cli;

/// <summary>Waits for something at the server to end.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks again and again until it is done.</summary>
    /// <exception cref="CliException">It took longer than allowed.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> done, TimeSpan patience, string what, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(patience);
        try
        {
            while (true)
            {
                var answer = await ask();
                if (done(answer))
                    return answer;
                await Task.Delay(Pause, end.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException(ExitCodes.Timeout, FormattableString.Invariant($"{what} has not ended after {patience.TotalSeconds:0} s; it goes on at the server. Wait longer with --timeout SECONDS."));
        }
    }
}
