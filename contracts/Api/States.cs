namespace IntegrationHub.Contracts.Api;

/// <summary>What <see cref="ConnectorView.Health"/> may be.</summary>
public static class HealthStates
{
    /// <summary>Nothing to do.</summary>
    public const string Healthy = "healthy";

    /// <summary>Healthy, and a run is under way.</summary>
    public const string Running = "running";

    /// <summary>Failed, and tries again by itself.</summary>
    public const string Recovering = "recovering";

    /// <summary>A person must look.</summary>
    public const string NeedsAction = "needsAction";

    /// <summary>Paused by a person.</summary>
    public const string Paused = "paused";

    /// <summary>Has not run yet.</summary>
    public const string NeverRun = "neverRun";
}

/// <summary>What <see cref="ConnectorView.Cause"/> may be: what put a connector into its state.</summary>
public static class HealthCauses
{
    /// <summary>Its settings are wrong.</summary>
    public const string Settings = "settings";

    /// <summary>The fault that ended its last run.</summary>
    public const string Fault = "fault";

    /// <summary>A person paused it.</summary>
    public const string Person = "person";

    /// <summary>Rows of the outbox that are dead.</summary>
    public const string Dead = "dead";

    /// <summary>Open entries in quarantine.</summary>
    public const string Quarantine = "quarantine";
}

/// <summary>What <see cref="TargetStatus.State"/> may be.</summary>
public static class TargetStates
{
    /// <summary>Not asked yet.</summary>
    public const string Unknown = "unknown";

    /// <summary>It answers.</summary>
    public const string Ready = "ready";

    /// <summary>It does not answer; delivery goes on by itself.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>It refuses the account or its rights; delivery is stopped.</summary>
    public const string Refused = "refused";

    /// <summary>The ledger is bound to another system; delivery is stopped.</summary>
    public const string Mismatch = "mismatch";
}

/// <summary>What <see cref="CircuitStatus.State"/> may be.</summary>
public static class CircuitStates
{
    /// <summary>The settlement system is called as usual.</summary>
    public const string Closed = "closed";

    /// <summary>It does not answer; nothing is sent until it does.</summary>
    public const string Open = "open";
}

/// <summary>What <see cref="RunView.State"/> and <see cref="ReconciliationView.State"/> may be.</summary>
public static class RunStates
{
    /// <summary>Under way.</summary>
    public const string Running = "running";

    /// <summary>Ended well.</summary>
    public const string Completed = "completed";

    /// <summary>Ended with a fault.</summary>
    public const string Failed = "failed";

    /// <summary>The server ended before it did; the next run goes on from its position.</summary>
    public const string Abandoned = "abandoned";
}

/// <summary>What <see cref="OutboxRow.State"/> may be.</summary>
public static class OutboxStates
{
    /// <summary>Waiting or under way.</summary>
    public const string Pending = "pending";

    /// <summary>The settlement system has it.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>A newer version took its place.</summary>
    public const string Superseded = "superseded";

    /// <summary>Failed for good, until a person has looked.</summary>
    public const string Dead = "dead";
}

/// <summary>What <see cref="AttemptView.Outcome"/> may be.</summary>
public static class AttemptOutcomes
{
    /// <summary>Its answer is known and written.</summary>
    public const string Known = "known";

    /// <summary>The server ended before its answer was written; the target is asked what became of its rows.</summary>
    public const string Abandoned = "abandoned";
}

/// <summary>What <see cref="QuarantineEntry.State"/> may be.</summary>
public static class QuarantineStates
{
    /// <summary>Kept out.</summary>
    public const string Open = "open";

    /// <summary>Tried again, and accepted.</summary>
    public const string Released = "released";

    /// <summary>A newer record took its place.</summary>
    public const string Gone = "gone";

    /// <summary>A person decided that it is not needed.</summary>
    public const string Dismissed = "dismissed";
}
