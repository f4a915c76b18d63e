using System.Diagnostics;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Processes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo;

/// <summary>No <c>--once</c>: everything runs with the wall clock until Ctrl-C, and a line tells how far it is.</summary>
internal sealed class Live(Deployment deployment, StateFolder state)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Talk.Say($"""

            status page   {deployment.HubAddress}
            command line  {Programs.HubCommand} status --server {deployment.HubAddress} --token-file {deployment.TokenFile}
            everything    {state.Root}
            Ctrl-C ends it all; the next start goes on from there.

            """);
        var opening = OpenAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        for (; ; await Task.Delay(Every, cancellationToken))
        {
            if (opening.IsCompleted)
                await opening;
            Talk.Say($"{clock.Elapsed:mm\\:ss}  {Line((await deployment.Hub.StatusAsync(cancellationToken)).Connectors)}");
        }
    }

    /// <summary>All that the sources have from the seed comes first: what is dated before the live changes would be behind them for ever.</summary>
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await PushCallbacksAsync(cancellationToken);
        while (await deployment.Sources.StatusAsync(cancellationToken) is var now && now.Wave < now.Waves)
        {
            await deployment.Sources.AdvanceAsync(cancellationToken);
            await PushCallbacksAsync(cancellationToken);
        }

        await deployment.Sources.GoLiveAsync(cancellationToken);
    }

    private async Task PushCallbacksAsync(CancellationToken cancellationToken)
    {
        if (deployment.WithLandRegistry
            && await deployment.Sources.PushCallbacksAsync(cancellationToken) is { Refused: > 0 and var refused })
            Talk.Say(SourcesControl.RefusedSentence(refused));
    }

    private static string Line(IReadOnlyCollection<ConnectorTotals> totals)
    {
        (string Word, long Count)[] counts =
        [
            ("read", totals.Sum(t => t.Read)), ("accepted", totals.Sum(t => t.Accepted)), ("acknowledged", totals.Sum(t => t.Acknowledged)),
            ("superseded", totals.Sum(t => t.Superseded)), ("pending", totals.Sum(t => t.Pending)), ("dead", totals.Sum(t => t.Dead)),
            ("quarantined", totals.Sum(t => t.Quarantined)),
        ];
        return string.Join("  ", counts.Select(count => $"{count.Word} {count.Count}"));
    }
}
