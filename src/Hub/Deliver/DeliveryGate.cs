using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Faults;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Whether the target may be called:
/// held back while it asks to wait, shut when it refuses us or is not the one the ledger is bound to.
/// </summary>
internal sealed class DeliveryGate(TimeProvider clock)
{
    // A row that the target stumbles over fails among others that arrive; an outage is a while in which nothing does.
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset heldUntil;
    private DateTimeOffset? silentSince;
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

    /// <summary>
    /// What the last attempt, or the question before it, met, where that says that the target does not answer; null once it does.
    /// </summary>
    public Fault? DeliveryFault { get; private set; }

    /// <summary>Notes whether the target answered an attempt, or the question before it.</summary>
    public void NoteAnswer(Fault? fault)
    {
        lock (gate)
        {
            DeliveryFault = fault is Fault.Transient or Fault.UnknownOutcome ? fault : null;
            if (DeliveryFault is not null)
                silentSince ??= clock.GetUtcNow();
            else if (fault is null)
                (IsBack, silentSince) = (IsBack || clock.GetUtcNow() - silentSince >= Outage, null);
        }
    }

    /// <summary>
    /// Whether what waited because the target did not answer need not wait any longer: it answers again after an outage, or a person
    /// says so. True at the start, for the last process may have died before it saw to that.
    /// </summary>
    public bool IsBack { get; set; } = true;

    public bool Open => Shut is null && HeldUntil <= clock.GetUtcNow();

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
