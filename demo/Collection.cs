using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo;

/// <summary>Lets the sources play wave after wave and the hub collect each; what goes wrong is told in one sentence.</summary>
internal sealed class Collection(Parts parts, Watch watch)
{
    private readonly HubApi hub = parts.Hub;
    private readonly SourcesControl sources = parts.Sources;

    private sealed record Turn(RunView? Run, string? Paused, HubActivity Activity);

    public async Task<string?> AllWavesAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = await sources.StatusAsync(cancellationToken);
            var connectors = (await hub.ConnectorsAsync(cancellationToken)).Where(parts.Takes);
            var problems = await Task.WhenAll(connectors.Select(c => CollectWaveAsync(c.Id, cancellationToken)));
            if (problems.FirstOrDefault(problem => problem is not null) is { } problem)
                return problem;
            Talk.Say($"collected wave {now.Wave} of {now.Waves}");
            if (now.Wave >= now.Waves)
                return null;
            await sources.AdvanceAsync(cancellationToken);
        }
    }

    /// <summary>Callbacks come while the other sources are polled; the run after the last of them takes what their own runs left.</summary>
    private async Task<string?> CollectWaveAsync(string connector, CancellationToken cancellationToken)
    {
        var problem = connector == Deployment.LandRegistry ? await PushCallbacksAsync(cancellationToken) : null;
        return problem ?? await CollectAsync(connector, cancellationToken);
    }

    private async Task<string?> PushCallbacksAsync(CancellationToken cancellationToken)
    {
        var refused = 0;
        SourcesControl.Push push;
        do
        {
            push = await sources.PushCallbacksAsync(cancellationToken);
            refused += push.Refused;
        }
        while (push is { Pending: > 0, Acknowledged: > 0 });
        return push.Pending > 0 ? $"the hub does not take the land registry's callbacks: {push.Pending} are still pending."
            : refused > 0 ? SourcesControl.RefusedSentence(refused)
            : null;
    }

    private async Task<string?> CollectAsync(string connector, CancellationToken cancellationToken)
    {
        var (turn, _) = await watch.UntilAsync(
            token => TakeTurnAsync(connector, token), turn => turn is not { Run: null, Paused: null }, cancellationToken);
        if (turn.Run is not { } started)
            return turn.Paused is { } reason
                ? $"{connector} is paused: {reason}"
                : $"another run of {connector} neither goes on nor ends; see the hub's log.";
        var (run, ended) = await watch.UntilAsync(
            token => hub.RunAsync(started.Id, token), run => run.State != "running", cancellationToken);
        return !ended ? $"run {run.Id} of {connector} hangs after {run.Counts.Read} records; see the hub's log."
            : run.State != "completed" ? $"the run of {connector} ended as {run.State}: {run.Fault} {run.Message}"
            : null;
    }

    /// <summary>Another run, of a callback, may be under way; only a person ends a pause.</summary>
    private async Task<Turn> TakeTurnAsync(string connector, CancellationToken cancellationToken)
    {
        var run = await hub.TryStartRunAsync(connector, cancellationToken);
        var view = run is null ? (await hub.ConnectorsAsync(cancellationToken)).First(c => c.Id == connector) : null;
        var paused = view is { Health: "paused" } ? view.Reason : null;
        return new(run, paused, await hub.ActivityAsync(cancellationToken));
    }
}
