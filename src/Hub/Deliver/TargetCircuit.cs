using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Api;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// The circuit breaker of the target. Silence opens it: several calls in a row without an answer, or a minute without one. While it is
/// open nothing is sent, and a small question at growing intervals finds out whether the target answers again.
/// </summary>
internal sealed class TargetCircuit(TimeProvider clock, ILogger<TargetCircuit> log)
{
    private const int Silences = 5;

    // A row that the target stumbles over fails among others that arrive; an outage is a while in which nothing does.
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(1);

    // The first question goes at once, for it may have been the rows; the last wait is repeated.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40),
        TimeSpan.FromMinutes(1),
    ];

    private readonly Lock gate = new();
    private Fault? silence;
    private DateTimeOffset? silentSince;
    private int silences;
    private string? number;
    private DateTimeOffset? openSince;
    private DateTimeOffset nextProbe;
    private int probes;
    private bool confirmed;

    /// <summary>Whether the target is called as usual.</summary>
    public bool Closed => Since is null;

    /// <summary>
    /// Whether what waited because the target did not answer need not wait any longer: it answers again after an outage, or a person
    /// says so. True at the start, for the last process may have died before it saw to that.
    /// </summary>
    public bool IsBack { get; set; } = true;

    /// <summary>What the last call met, where that says that the target does not answer; null once it does.</summary>
    public Fault? Silence
    {
        get
        {
            lock (gate)
                return silence;
        }
    }

    public CircuitStatus Status
    {
        get
        {
            lock (gate)
                return openSince is null ? new(CircuitStates.Closed) : new(CircuitStates.Open) { Since = openSince, NextProbe = nextProbe };
        }
    }

    private DateTimeOffset? Since
    {
        get
        {
            lock (gate)
                return openSince;
        }
    }

    /// <summary>Notes what a call met, item by item; one answer among them is an answer.</summary>
    /// <param name="faults">The faults, null for what was well.</param>
    /// <param name="about">A dossier that the call was about.</param>
    public void Note(IReadOnlyCollection<Fault?> faults, string? about = null)
    {
        if (faults.Count == 0)
            return;
        lock (gate)
            if (faults.All(IsSilence))
                Silent(faults.First()!, about);
            else
                Answered();
    }

    /// <summary>Whether a question is due; if so, the next one is not before its own wait is over.</summary>
    /// <param name="about">The dossier to ask for; null where only the question what the target is was not answered.</param>
    public bool TryBeginProbe(out string? about)
    {
        lock (gate)
        {
            about = number;
            if (openSince is null || clock.GetUtcNow() < nextProbe)
                return false;
            WaitLonger();
            return true;
        }
    }

    /// <summary>Notes what the question met. That it is answered once does not prove that writes are: the waits go on growing until one is.</summary>
    public void Probed(Fault? fault)
    {
        lock (gate)
        {
            if (openSince is null)
                return;   // an answer, or a person, was faster
            if (IsSilence(fault))
                (silence, confirmed, nextProbe) = (fault, true, clock.GetUtcNow() + Waits[probes]);
            else
                Close();
        }
    }

    /// <summary>A person has looked: all begins anew.</summary>
    public void Reset()
    {
        lock (gate)
        {
            Close();
            (silentSince, probes) = (null, 0);
        }
    }

    private static bool IsSilence(Fault? fault) => fault is Fault.Transient or Fault.UnknownOutcome or Fault.AuthExpired;

    private void Silent(Fault fault, string? about)
    {
        var now = clock.GetUtcNow();
        (silence, silentSince, number) = (fault, silentSince ?? now, about ?? number);
        if (++silences < Silences && (silences == 1 || now - silentSince < Outage))
            return;
        if (openSince is not null)
            return;

        (openSince, nextProbe) = (now, now + Waits[probes]);
        Log.CircuitOpened(log, fault.Message);
    }

    private void Answered()
    {
        IsBack |= clock.GetUtcNow() - silentSince >= Outage;
        Close();
        (silentSince, probes) = (null, 0);
    }

    private void Close()
    {
        if (openSince is not null)
            Log.CircuitClosed(log);
        IsBack |= confirmed;
        (silence, silences, openSince, confirmed) = (null, 0, null, false);
    }

    private void WaitLonger()
    {
        probes = Math.Min(probes + 1, Waits.Length - 1);
        nextProbe = clock.GetUtcNow() + Waits[probes];
    }
}
