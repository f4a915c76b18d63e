using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Faults;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Whether the target may be called: held back while it asks to wait, shut when it refuses us or is not the one the ledger is bound to,
/// and not while its circuit is open.
/// </summary>
internal sealed class DeliveryGate(TargetCircuit circuit, TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset heldUntil;
    private string? shut;

    /// <summary>Why a person must look; null when nothing is wrong.</summary>
    public string? Shut
    {
        get
        {
            lock (gate)
                return shut;
        }
    }

    /// <summary>Until when the target asked to be left alone.</summary>
    public DateTimeOffset HeldUntil
    {
        get
        {
            lock (gate)
                return heldUntil;
        }
    }

    /// <summary>Whether it is shut because the target is another one.</summary>
    public bool Mismatch { get; private set; }

    /// <summary>Why the target could not be asked what it is; null once it answers.</summary>
    public Fault? LastFault { get; set; }

    public bool Open => Shut is null && !IsHeld && circuit.Closed;

    /// <summary>Whether the target asked to be left alone until later.</summary>
    public bool IsHeld => HeldUntil > clock.GetUtcNow();

    /// <summary>A row met a fault, and this was decided.</summary>
    public void Note(Fault fault, Decision decision) => Note(fault, decision.Act is Act.PauseConnector);

    /// <summary>A question met a fault.</summary>
    public void Note(Fault fault) => Note(fault, FaultPolicy.NeedsPerson(fault));

    /// <summary>The target is not the one that the ledger is bound to.</summary>
    public void ShutForMismatch(string reason)
    {
        lock (gate)
            (shut, Mismatch) = (reason, true);
    }

    public void Reopen()
    {
        lock (gate)
            (shut, Mismatch, LastFault) = (null, false, null);
        circuit.Reset();
    }

    private void Note(Fault fault, bool needsPerson)
    {
        lock (gate)
        {
            if (needsPerson)
                shut ??= fault.Message;
            if (fault is not Fault.Throttled throttled)
                return;
            var until = FaultPolicy.LeftAloneUntil(throttled, clock.GetUtcNow());
            heldUntil = until > heldUntil ? until : heldUntil;
        }
    }
}
