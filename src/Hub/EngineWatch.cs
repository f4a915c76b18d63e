using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Flow;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Reconcile;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub;

/// <summary>What only the running engine knows, for the views.</summary>
internal sealed class EngineWatch(
    TargetWatch target,
    TargetCounters counters,
    DeliveryGate gate,
    TargetCircuit circuit,
    RetryBudget retries,
    FlowMeter meter,
    Collector collector,
    Reconciler reconciler)
    : IEngineWatch
{
    public EngineState Now() => new(
        Target(),
        [Rate("collect", Stage.Collect), Rate("deliver", Stage.Deliver), Rate("reconcile", Stage.Reconcile)],
        collector.Running,
        reconciler.Running);

    private TargetStatus Target()
    {
        var can = target.Capabilities;
        var (state, message) = (gate.Shut, gate.LastFault ?? circuit.Silence, can) switch
        {
            ({ } shut, _, _) => (gate.Mismatch ? TargetStates.Mismatch : TargetStates.Refused, shut),
            (null, { } fault, _) => (TargetStates.Unreachable, fault.Message),
            (null, null, null) => (TargetStates.Unknown, (string?)null),
            _ => (TargetStates.Ready, null),
        };
        return new(
            state, can?.Profile.ToString().ToLowerInvariant(), can?.System, can?.Environment, message,
            counters.Reads, counters.Writes, counters.Faults)
        {
            Circuit = circuit.Status,
            Retries = retries.Status,
            HeldUntil = gate.IsHeld ? gate.HeldUntil : null,
        };
    }

    private StageRate Rate(string name, Stage stage)
    {
        var (records, busy) = meter.Read(stage);
        var seconds = busy.TotalSeconds;
        return new(name, records, Math.Round(seconds, 3), seconds > 0 ? Math.Round(records / seconds, 1) : 0);
    }
}

/// <summary>The last word the target said of itself.</summary>
internal sealed class TargetWatch
{
    public TargetCapabilities? Capabilities { get; set; }
}
