using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Asks a target whose circuit is open whether it answers again: what it is, and one dossier that was not answered for. Neither changes
/// anything there.
/// </summary>
internal sealed class TargetProbe(TargetBinding binding, ITarget target, TargetCircuit circuit, DeliveryGate gate)
{
    public async Task AskIfDueAsync(CancellationToken cancellationToken)
    {
        if (circuit.TryBeginProbe(out var number))
            circuit.Probed((await binding.AskAsync(cancellationToken)).Fault ?? await LookAsync(number, cancellationToken));
    }

    // A session that was opened before the outage says nothing of now.
    private async Task<Fault?> LookAsync(string? number, CancellationToken cancellationToken)
    {
        if (number is null)
            return null;

        var fault = (await target.QueryAsync([number], withProgress: false, cancellationToken))[0].Fault;
        if (fault is not null)
            gate.Note(fault);
        return fault;
    }
}
