using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Asks the target what it is, and holds that against what the ledger is bound to: the first system and environment that it met.
/// Whoever sends to the target or believes an answer of it asks here first. A basic target has no name, so it binds nothing, and
/// may become an extended one; an extended one never falls back.
/// </summary>
internal sealed class TargetBinding(ITarget target, IBindingStore store, DeliveryGate gate, TargetCircuit circuit, TargetWatch watch)
{
    private volatile string? bound;

    /// <summary>What the target can do, or why nothing may be asked of it or sent to it.</summary>
    public async Task<Outcome<TargetCapabilities>> AskAsync(CancellationToken cancellationToken)
    {
        var asked = await target.CapabilitiesAsync(cancellationToken);
        gate.LastFault = asked.Fault;
        if (!asked.Succeeded(out var can, out var fault))
        {
            gate.Note(fault);
            circuit.Note([fault]);
            return fault;
        }

        watch.Capabilities = can;
        var name = Name(can);
        bound ??= name is null ? await store.BoundAsync(cancellationToken) : await store.BindAsync(name, cancellationToken);
        if (bound == name)
            return can;

        var mismatch = new Fault.Drift(
            $"The ledger is bound to the target '{bound}', and this one is {Described(name)}; nothing is read from it or sent to it. "
            + "Point the hub at the right target, or start with a new ledger.");
        gate.ShutForMismatch(mismatch.Message);
        return mismatch;
    }

    /// <summary>A person has looked: the target is signed in at again, and taken as it is now.</summary>
    public void Reopen()
    {
        target.Reset();
        gate.Reopen();
    }

    private static string? Name(TargetCapabilities can) => can.Profile is TargetProfile.Extended ? $"{can.System}/{can.Environment}" : null;

    private static string Described(string? name) => name is null ? "a basic one, without a name" : $"'{name}'";
}
