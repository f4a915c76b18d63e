using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Faults;

/// <summary>
/// What follows from a fault: pure, and covered by a table test. Nothing else in the hub decides what a fault does to a row of the
/// outbox, or whether whoever was asked is left alone.
/// </summary>
internal static class FaultPolicy
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    public static Decision Decide(Fault fault, Circumstances at) => fault switch
    {
        _ when NeedsPerson(fault) => Decision.PauseConnector,
        Fault.Rejected => Decision.Dead,
        Fault.Throttled throttled => Decision.RetryAt(LeftAloneUntil(throttled, at.Now)),
        Fault.AuthExpired when at.Attempts == 0 => Decision.RetryNow,
        Fault.Duplicate or Fault.NewerAtTarget => Decision.QueryFirst(Soon(at)),
        Fault.OutOfOrder when at.Sent is Sent.Progress => Decision.HoldUntilPredecessor,
        Fault.OutOfOrder => Decision.QueryFirst(Soon(at)),

        // The same version sent again changes nothing on an extended target, a progress row nowhere: no need to ask.
        Fault.UnknownOutcome when at.Sent is Sent.Dossier && at.Profile is TargetProfile.Basic => Decision.QueryFirst(at.Now + at.Wait),
        Fault.UnknownOutcome or Fault.Transient or Fault.AuthExpired or Fault.Drift => Decision.RetryAt(at.Now + at.Wait),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Name, "The policy does not know this fault."),
    };

    /// <summary>
    /// Whether whoever answered so is left alone until a person has looked: asking again by itself would do harm (accounts get locked).
    /// </summary>
    public static bool NeedsPerson(Fault fault) => fault is Fault.AuthRefused;

    /// <summary>Until when whoever asked to wait is left alone: a second at least, for "now" would be asked in a circle.</summary>
    public static DateTimeOffset LeftAloneUntil(Fault.Throttled throttled, DateTimeOffset now) =>
        throttled.Until > now + ShortestWait ? throttled.Until : now + ShortestWait;

    // Asking at once mends it as a rule; a target that contradicts itself is not asked in a circle.
    private static DateTimeOffset Soon(Circumstances at) => at.Attempts == 0 ? at.Now : at.Now + at.Wait;
}

/// <summary>What was under way when the fault struck.</summary>
internal enum Sent
{
    Nothing,
    Dossier,
    Progress,
}

/// <summary>The circumstances of a fault.</summary>
/// <param name="Now">The present time.</param>
/// <param name="Attempts">Attempts that failed before this one.</param>
/// <param name="Wait">How long the back-off would wait after this attempt.</param>
/// <param name="Profile">What the target can do.</param>
/// <param name="Sent">What was sent.</param>
internal sealed record Circumstances(DateTimeOffset Now, int Attempts, TimeSpan Wait, TargetProfile Profile, Sent Sent);
