using System.Diagnostics;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Compare;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo;

/// <summary><c>--once</c>: collect everything wave by wave, deliver, reconcile until quiet, compare, judge.</summary>
internal sealed class Once(Deployment deployment)
{
    private const int MostReconciliations = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private readonly HubApi hub = deployment.Hub;
    private readonly SourcesControl sources = deployment.Sources;

    public async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await CollectWavesAsync(cancellationToken);
        await QuietAsync(cancellationToken);
        Talk.Say($"delivered       {clock.Elapsed.TotalSeconds,6:0.0} s");
        await ReconcileAsync(cancellationToken);
        Talk.Say($"reconciled      {clock.Elapsed.TotalSeconds,6:0.0} s");
        var status = await hub.StatusAsync(cancellationToken);
        var activity = await hub.ActivityAsync(cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;
        var findings = await CompareAsync(cancellationToken);
        Talk.Say($"compared        {clock.Elapsed.TotalSeconds,6:0.0} s");
        return new Outcome(status, activity, findings, deployment.HubPeakMemoryMiB, seconds);
    }

    private async Task CollectWavesAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = await sources.StatusAsync(cancellationToken);
            var connectors = (await hub.ConnectorsAsync(cancellationToken)).Where(deployment.Takes);
            await Task.WhenAll(connectors.Select(c => CollectWaveAsync(c.Id, cancellationToken)));
            Talk.Say($"collected wave {now.Wave} of {now.Waves}");
            if (now.Wave >= now.Waves)
                return;
            await sources.AdvanceAsync(cancellationToken);
        }
    }

    /// <summary>Callbacks come while the other sources are polled; the run after the last of them takes what their own runs left.</summary>
    private async Task CollectWaveAsync(string connector, CancellationToken cancellationToken)
    {
        if (connector == Deployment.LandRegistry)
            await PushCallbacksAsync(cancellationToken);
        await CollectAsync(connector, cancellationToken);
    }

    private async Task PushCallbacksAsync(CancellationToken cancellationToken)
    {
        SourcesControl.Push push;
        do
            push = await sources.PushCallbacksAsync(cancellationToken);
        while (push is { Pending: > 0, Acknowledged: > 0 });
        if (push.Pending > 0)
            throw new DemoException($"the hub does not take the land registry's callbacks: {push.Pending} are still pending.");
    }

    private async Task CollectAsync(string connector, CancellationToken cancellationToken)
    {
        RunView? run;
        while ((run = await hub.TryStartRunAsync(connector, cancellationToken)) is null)
            await WaitForTurnAsync(connector, cancellationToken);
        while (run.State == "running")
        {
            await Task.Delay(Glance, cancellationToken);
            run = await hub.RunAsync(run.Id, cancellationToken);
        }
        if (run.State != "completed")
            throw new DemoException($"the run of {connector} ended as {run.State}: {run.Fault} {run.Message}");
    }

    /// <summary>Another run, of a callback, is under way; only a person ends a pause.</summary>
    private async Task WaitForTurnAsync(string connector, CancellationToken cancellationToken)
    {
        if ((await hub.ConnectorsAsync(cancellationToken)).First(c => c.Id == connector) is { Health: "paused" } paused)
            throw new DemoException($"{connector} is paused: {paused.Reason}");
        await Task.Delay(Glance, cancellationToken);
    }

    /// <summary>Waits until the hub says that nothing more will happen by itself; gives up when nothing changes any more.</summary>
    private async Task QuietAsync(CancellationToken cancellationToken)
    {
        var (last, since) = (await hub.ActivityAsync(cancellationToken), Stopwatch.StartNew());
        while (!last.Idle)
        {
            await Task.Delay(Glance, cancellationToken);
            var now = await hub.ActivityAsync(cancellationToken);
            if (now != last)
                (last, since) = (now, Stopwatch.StartNew());
            else if (since.Elapsed > Patience)
                throw new DemoException(
                    $"nothing moves any more: {now.Pending} pending ({now.Waiting} of them wait), "
                    + $"{now.QuarantineWaiting} in quarantine wait to be released.");
        }
    }

    private async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        for (var round = 1; round <= MostReconciliations; round++)
        {
            var reconciliation = await hub.ReconcileAsync(cancellationToken);
            while (reconciliation.State == "running")
            {
                await Task.Delay(Glance, cancellationToken);
                reconciliation = await hub.ReconciliationAsync(reconciliation.Id, cancellationToken);
            }
            Talk.Say(
                $"reconciliation {round}: {reconciliation.State}, {reconciliation.Differences} differences, "
                + $"{reconciliation.Repairs} repairs {reconciliation.Message}");
            await QuietAsync(cancellationToken);
            if (reconciliation is { State: "completed", Repairs: 0 })
                return;
        }
        throw new DemoException($"reconciliation finds something to repair even after {MostReconciliations} rounds.");
    }

    private async Task<Findings> CompareAsync(CancellationToken cancellationToken)
    {
        var excuses = new Excuses();
        await foreach (var entry in hub.OpenQuarantineAsync(cancellationToken))
            excuses.Add(entry.Connector, entry.SourceKey, entry.Number ?? await hub.NumberOfAsync(entry.Id, cancellationToken));
        await foreach (var row in hub.DeadAsync(cancellationToken))
            excuses.Add(row.Connector, null, row.Number);
        var comparer = new Comparer(
            deployment.Auditor, deployment.Target.Extended, deployment.WithLandRegistry ? null : Deployment.LandRegistry);
        return await comparer.CompareAsync(sources.TruthAsync(cancellationToken), excuses, cancellationToken);
    }
}
