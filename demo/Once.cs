using System.Diagnostics;
using IntegrationHub.Demo.Compare;

namespace IntegrationHub.Demo;

/// <summary><c>--once</c>: collect everything wave by wave, deliver, reconcile until quiet, compare, judge.</summary>
internal sealed class Once(Parts parts, TimeProvider time)
{
    private readonly Watch watch = new(time);

    /// <summary>Whatever goes wrong on the way, the counts are taken and both sides are compared, as long as the hub answers.</summary>
    public async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var problem = await WorkAsync(clock, cancellationToken);
        var status = await parts.Hub.StatusAsync(cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;
        var (findings, silence) = await CompareAsync(cancellationToken);
        Talk.Say($"compared        {clock.Elapsed.TotalSeconds,6:0.0} s");
        return new Outcome(status, findings, seconds) { Problem = problem ?? silence, Extended = parts.Target.Extended };
    }

    private async Task<string?> WorkAsync(Stopwatch clock, CancellationToken cancellationToken)
    {
        var collection = new Collection(parts, watch);
        var reconciliations = new Reconciliations(parts.Hub, watch);
        var problem = await collection.AllWavesAsync(cancellationToken) ?? await reconciliations.DeliveredAsync(cancellationToken);
        if (problem is not null)
            return problem;
        Talk.Say($"delivered       {clock.Elapsed.TotalSeconds,6:0.0} s");
        problem = await reconciliations.UntilQuietAsync(cancellationToken);
        Talk.Say($"reconciled      {clock.Elapsed.TotalSeconds,6:0.0} s");
        return problem;
    }

    private async Task<(Findings Findings, string? Silence)> CompareAsync(CancellationToken cancellationToken)
    {
        var excuses = new Excuses(parts.Simulated);
        await foreach (var entry in parts.Hub.OpenQuarantineAsync(cancellationToken))
            excuses.Add(entry.Connector, entry.SourceKey, entry.Number ?? await parts.Hub.NumberOfAsync(entry.Id, cancellationToken));
        await foreach (var row in parts.Hub.DeadAsync(cancellationToken))
            excuses.Add(row.Connector, null, row.Number);
        var comparer = new Comparer(
            parts.Auditor, parts.Target.Extended, parts.WithLandRegistry ? null : Deployment.LandRegistry);
        try
        {
            return (await comparer.CompareAsync(parts.Sources.TruthAsync(cancellationToken), excuses, cancellationToken), null);
        }
        catch (DemoException e)
        {
            return (new Findings(excuses), e.Message);
        }
    }
}
