namespace IntegrationHub.Demo;

/// <summary>One run of the demo from start to end; whatever dies on the way ends it at once.</summary>
internal static class Demonstration
{
    public static async Task<int> RunAsync(Options options, CancellationToken cancellationToken)
    {
        using var state = StateFolder.Open(options);
        Talk.Say(
            $"{options.Dossiers:N0} dossiers from seed {options.Seed}, faults {(options.Faults ? "on" : "off")}, "
            + $"everything in {state.Root}");
        try
        {
            await using var deployment = await Deployment.StartAsync(options, state, cancellationToken);
            using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var task = options.Once ? OnceAsync(options, deployment, work.Token) : LiveAsync(deployment, state, work.Token);
            var death = deployment.FirstDeath;
            var died = await Task.WhenAny(task, death) == death || (task.IsFaulted && await DiedMeanwhile(death));
            if (died)
            {
                // A terminal's Ctrl-C reaches the children too, and perhaps before us: then their end is no death.
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
                await work.CancelAsync();
                await death;
            }
            cancellationToken.ThrowIfCancellationRequested();
            var exit = await task;
            state.KeepAnyway = exit != 0;
            return exit;
        }
        catch (DemoException)
        {
            state.KeepAnyway = state.HasLogs;
            throw;
        }
    }

    /// <summary>A call that failed because the other side died is told as the death, not as the failed call.</summary>
    private static async Task<bool> DiedMeanwhile(Task death) =>
        await Task.WhenAny(death, Task.Delay(TimeSpan.FromSeconds(1))) == death;

    private static async Task<int> OnceAsync(Options options, Deployment deployment, CancellationToken cancellationToken)
    {
        var outcome = await new Once(deployment).RunAsync(cancellationToken);
        foreach (var line in Report.Text(outcome))
            Talk.Say(line);
        if (options.Json)
            Console.Out.WriteLine(Report.Json(outcome));
        return outcome.Good ? 0 : 1;
    }

    private static async Task<int> LiveAsync(Deployment deployment, StateFolder state, CancellationToken cancellationToken)
    {
        await new Live(deployment, state).RunAsync(cancellationToken);
        return 0;
    }
}
