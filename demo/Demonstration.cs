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
        return await state.KeptUnlessGoodAsync(
            async () =>
            {
                await using var deployment = await Deployment.StartAsync(options, state, cancellationToken);
                return options.Once
                    ? await OnceAsync(options, deployment, cancellationToken)
                    : await LiveAsync(deployment, state, cancellationToken);
            },
            cancellationToken);
    }

    private static async Task<int> OnceAsync(Options options, Deployment deployment, CancellationToken cancellationToken)
    {
        var outcome = await deployment.UnlessOneDiesAsync(new Once(deployment.Parts, TimeProvider.System).RunAsync, cancellationToken);
        outcome = outcome with { Faults = options.Faults, PeakMemoryMiB = deployment.HubPeakMemoryMiB };
        var badEnd = await deployment.StopAsync();
        outcome = outcome with { Problem = outcome.Problem ?? badEnd };
        foreach (var line in Report.Text(outcome))
            Talk.Say(line);
        if (options.Json)
            Console.Out.WriteLine(Report.Json(outcome));
        return outcome.Good ? 0 : 1;
    }

    private static Task<int> LiveAsync(Deployment deployment, StateFolder state, CancellationToken cancellationToken) =>
        deployment.UnlessOneDiesAsync(
            async token =>
            {
                await new Live(deployment, state).RunAsync(token);
                return 0;
            },
            cancellationToken);
}
