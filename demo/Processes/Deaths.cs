namespace IntegrationHub.Demo.Processes;

/// <summary>The news of programs that ended although nobody told them to: it ends at once whatever needs them.</summary>
internal sealed class Deaths
{
    private static readonly TimeSpan NewsTravels = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignalTravels = TimeSpan.FromMilliseconds(500);
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Watch(Child child) => child.Died.ContinueWith(
        died => first.TrySetException(died.Exception!.InnerExceptions),
        CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    /// <summary>Does the work, or fails with the first death; the work has ended then.</summary>
    public async Task<T> UnlessOneDiesAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var task = work(working.Token);
        if (await Task.WhenAny(task, first.Task) == first.Task || (task.IsFaulted && await DiedMeanwhileAsync()))
        {
            // A terminal's Ctrl-C reaches the children too, and perhaps before us: then their end is no death.
            await Task.Delay(SignalTravels, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await working.CancelAsync();
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            await first.Task;
        }
        return await task;
    }

    /// <summary>A call that failed because the other side died is told as the death, not as the failed call.</summary>
    private async Task<bool> DiedMeanwhileAsync() => await Task.WhenAny(first.Task, Task.Delay(NewsTravels)) == first.Task;
}
