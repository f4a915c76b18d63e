using System.Diagnostics;

namespace IntegrationHub.Demo;

/// <summary>No <c>--once</c>: everything runs with the wall clock until Ctrl-C, and a line tells how far it is.</summary>
internal sealed class Live(Deployment deployment, StateFolder state)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Talk.Say($"""

            status page   {deployment.HubAddress}
            API           {deployment.HubAddress}v1/status   (Authorization: Bearer, the token in {deployment.TokenFile})
            everything    {state.Root}
            Ctrl-C ends it all.

            """);
        var callbacks = deployment.WithLandRegistry ? deployment.Sources.PushCallbacksAsync(cancellationToken) : Task.CompletedTask;
        var clock = Stopwatch.StartNew();
        for (var live = false; ; await Task.Delay(Every, cancellationToken))
        {
            var totals = (await deployment.Hub.StatusAsync(cancellationToken)).Connectors;
            Talk.Say($"{clock.Elapsed:mm\\:ss}  read {totals.Sum(t => t.Read)}  accepted {totals.Sum(t => t.Accepted)}  acknowledged {totals.Sum(t => t.Acknowledged)}  pending {totals.Sum(t => t.Pending)}  quarantined {totals.Sum(t => t.Quarantined)}  dead {totals.Sum(t => t.Dead)}");
            if (live || !callbacks.IsCompleted)
                continue;
            await callbacks;
            await deployment.Sources.GoLiveAsync(cancellationToken);
            live = true;
        }
    }
}
