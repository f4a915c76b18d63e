using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.Demo;

/// <summary>Lets the hub reconcile until nothing is left to repair; what goes wrong is told in one sentence.</summary>
internal sealed class Reconciliations(HubApi hub, Watch watch)
{
    private const int MostRounds = 20;
    private const int MostFailures = 3;

    public async Task<string?> UntilQuietAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        for (var round = 1; round <= MostRounds; round++)
        {
            if (await ReconcileAsync(cancellationToken) is not { } seen)
                return "the reconciliation hangs: it neither ends nor calls the settlement system any more; see the hub's log.";
            Talk.Say(
                $"reconciliation {round}: {seen.State}, {seen.Differences} differences, {seen.Repairs} repairs {seen.Message}".TrimEnd());
            if (await DeliveredAsync(cancellationToken) is { } problem)
                return problem;
            if (seen is { State: "completed", Repairs: 0 })
                return null;
            failures = seen.State == "completed" ? 0 : failures + 1;
            if (failures == MostFailures)
                return $"the reconciliation failed {MostFailures} times in a row: {seen.Fault} {seen.Message}".TrimEnd();
        }
        return $"reconciliation finds something to repair even after {MostRounds} rounds.";
    }

    /// <summary>Waits until the hub says that nothing more will happen by itself.</summary>
    public async Task<string?> DeliveredAsync(CancellationToken cancellationToken)
    {
        var (now, idle) = await watch.UntilAsync(hub.ActivityAsync, activity => activity.Idle, cancellationToken);
        return idle
            ? null
            : $"nothing moves any more: {now.Pending} pending ({now.Waiting} of them wait), "
                + $"{now.QuarantineWaiting} in quarantine wait to be released.";
    }

    /// <summary>The reconciliation at its end, or nothing if it hangs: on the way only its calls tell that it goes on.</summary>
    private async Task<ReconciliationView?> ReconcileAsync(CancellationToken cancellationToken)
    {
        var started = await hub.ReconcileAsync(cancellationToken);
        for (long? calls = null; ;)
        {
            var (seen, ended) = await watch.UntilAsync(
                token => hub.ReconciliationAsync(started.Id, token), one => one.State != "running", cancellationToken);
            if (ended)
                return seen;
            var target = (await hub.StatusAsync(cancellationToken)).Target;
            if (calls == target.Reads + target.Writes)
                return null;
            calls = target.Reads + target.Writes;
        }
    }
}
