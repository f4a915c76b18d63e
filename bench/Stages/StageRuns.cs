using System.Diagnostics;
using IntegrationHub.Bench.Limit;
using IntegrationHub.Bench.Processes;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Bench.Stages;

/// <summary>Runs a stage as often as asked. A run whose counts are not those of the dossiers is no measurement: it fails.</summary>
internal sealed class StageRuns(Options options, Rig rig, CancellationToken cancellationToken)
{
    private int Dossiers => options.Dossiers;

    public async Task<IReadOnlyList<Figures>> RunAsync(Action<Figures> tell)
    {
        if (options.Stage is Stage.Rescan)
            await FillAsync();
        var all = new List<Figures>();
        while (all.Count < options.Runs)
        {
            all.Add(await OnceAsync());
            tell(all[^1]);
        }

        return all;
    }

    private Task<Figures> OnceAsync() => options.Stage switch
    {
        Stage.Limit => LimitAsync(),
        Stage.Collect => CollectAsync(),
        Stage.Rescan => WithHubAsync(hub => ReadAsync(hub, run => run.Counts.Unchanged)),
        Stage.Deliver => DeliverAsync(),
        _ => EndToEndAsync(),
    };

    private async Task<Figures> LimitAsync()
    {
        await rig.Target.ClearAsync(cancellationToken);
        var before = rig.Worked();
        var figures = await LimitProcess.RunAsync(options, rig.Source, rig.Target, cancellationToken);
        await AllArrivedAsync();
        return figures with { Work = (rig.Worked() - before) with { Hub = figures.Work.Hub } };
    }

    private async Task<Figures> CollectAsync()
    {
        await rig.RenewAsync(targetIsOpen: false, cancellationToken);
        return await WithHubAsync(hub => ReadAsync(hub, run => run.Counts.Accepted));
    }

    private async Task<Figures> DeliverAsync()
    {
        await CollectAsync();
        return await WithHubAsync(async hub =>
        {
            await Patience.UntilAsync("the hub knows that it is shut out", hub.StatusAsync, s => s.Target.State == "refused", cancellationToken);
            await rig.Target.OpenAsync(cancellationToken);
            await hub.ResumeTargetAsync(cancellationToken);
            await AcknowledgedAsync(hub);
        });
    }

    private async Task<Figures> EndToEndAsync()
    {
        var limit = await LimitAsync();
        return await FillAsync() with { LimitSeconds = limit.Seconds };
    }

    private async Task<Figures> FillAsync()
    {
        await rig.RenewAsync(targetIsOpen: true, cancellationToken);
        return await WithHubAsync(async hub =>
        {
            await hub.StartRunAsync(cancellationToken);
            await AcknowledgedAsync(hub);
        });
    }

    /// <summary>Starts a hub on the ledger as it is, and measures how long it is at the work; it is gone when its ledger is weighed.</summary>
    private async Task<Figures> WithHubAsync(Func<HubProcess, Task> work)
    {
        Figures figures;
        await using (var hub = await rig.StartHubAsync(cancellationToken))
        {
            var (begun, before) = (Stopwatch.GetTimestamp(), rig.Worked(hub));
            await work(hub);
            figures = new(Stopwatch.GetElapsedTime(begun).TotalSeconds, hub.PeakMemoryMiB, rig.Worked(hub) - before);
        }

        return figures with { LedgerBytes = await rig.Ledger.BytesAsync(cancellationToken) };
    }

    /// <summary>A run from its command to its end. Only when the source has nothing left to give is the hub itself asked.</summary>
    private async Task ReadAsync(HubProcess hub, Func<RunView, long> counted)
    {
        await rig.Source.ClearAsync(cancellationToken);
        var run = await hub.StartRunAsync(cancellationToken);
        await Patience.UntilAsync("the source has given all", rig.Source.ServedAsync, served => served >= Dossiers, cancellationToken);
        run = await Patience.UntilAsync("the run ends", token => hub.RunAsync(run, token), r => r.State != "running", cancellationToken);
        if (run.State != "completed" || run.Counts.Read != Dossiers || counted(run) != Dossiers)
            throw new BenchException($"the run does not count {Dossiers} dossiers as it should: {run}");
    }

    /// <summary>Only when the target has all is the hub itself asked.</summary>
    private async Task AcknowledgedAsync(HubProcess hub)
    {
        await Patience.UntilAsync("the target has all", rig.Target.TakenAsync, taken => taken.Dossiers >= Dossiers, cancellationToken);
        await Patience.UntilAsync("the hub is idle", hub.ActivityAsync, activity => activity is { Idle: true, Pending: 0 }, cancellationToken);
        var totals = (await hub.StatusAsync(cancellationToken)).Connectors.Single();
        if (totals.Acknowledged != Dossiers)
            throw new BenchException($"the hub does not count {Dossiers} dossiers as acknowledged: {totals}");
        await AllArrivedAsync();
    }

    private async Task AllArrivedAsync()
    {
        var taken = await rig.Target.TakenAsync(cancellationToken);
        if (taken.Dossiers != Dossiers || taken.Refused > 0 || taken.Unknown > 0)
            throw new BenchException($"the target has not taken {Dossiers} dossiers as it should: {taken}");
    }
}
