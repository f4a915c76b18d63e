using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Faults;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Deliver;

/// <summary>Turns the answer to an attempt into the fate of its row, by the fault policy.</summary>
internal sealed class Settler(Backoff backoff, DeliveryGate gate, RetryBudget budget, TimeProvider clock)
{
    public Settled Settle(PendingDossier sent, Fault? fault, TargetCapabilities can) => fault is null
        ? new Settled.DossierAcknowledged(sent, sent.Version, Written: true)
        : Fate(sent.Id, sent.Number, fault, sent.Attempts, can, Sent.Dossier, sent.QueryFirst);

    public Settled Settle(PendingProgress sent, Fault? fault, TargetCapabilities can) => fault is null
        ? new Settled.ProgressAcknowledged(sent)
        : Fate(sent.Id, sent.Number, fault, sent.Attempts, can, Sent.Progress, queryFirst: false);

    /// <summary>The query before the attempt failed: nothing was sent, and what had to be queried still has to.</summary>
    public Settled NotQueried(PendingDossier row, Fault fault, TargetCapabilities can) =>
        Fate(row.Id, row.Number, fault, row.Attempts, can, Sent.Nothing, row.QueryFirst);

    /// <summary>
    /// The target holds something newer with other content, and the dossier has an owner: a person must decide.
    /// </summary>
    public static Settled NewerThere(PendingDossier row, long version) => new Settled.Died(
        row.Id,
        row.Number,
        new Fault.NewerAtTarget(
            $"The settlement system holds version {version} with other content, not older than {row.Version}. "
            + "Compare both, then retry: that sends a higher version."),
        version);

    private Settled Fate(long row, string number, Fault fault, int attempts, TargetCapabilities can, Sent sent, bool queryFirst)
    {
        var now = clock.GetUtcNow();
        var decision = FaultPolicy.Decide(fault, new(now, attempts, backoff.After(attempts), can.Profile, sent));
        gate.Note(fault, decision);

        // A target that asked to wait, or refuses everyone, says nothing about this row.
        var counted = fault is not (Fault.Throttled or Fault.AuthRefused);
        if (counted && attempts > 0 && decision.Act is not Act.Dead)
            budget.FailedAgain();
        return decision.Act switch
        {
            Act.Dead => new Settled.Died(row, number, fault),
            Act.HoldUntilPredecessor => new Settled.Held(row, number, now + backoff.After(attempts), fault),
            Act.QueryFirst => new Settled.Waits(row, number, decision.At, QueryFirst: true, counted, fault),
            Act.RetryAt => new Settled.Waits(row, number, decision.At, queryFirst, counted, fault),
            Act.RetryNow or Act.PauseConnector => new Settled.Waits(row, number, now, queryFirst, counted, fault),
            _ => throw new InvalidOperationException($"No such act: {decision.Act}."),
        };
    }
}
