namespace IntegrationHub.Contracts.Api;

/// <summary>The first screen: what needs a person, whether anything is lost, how the hub runs.</summary>
public sealed record HubStatus
{
    /// <summary>The server's version.</summary>
    public required string Version { get; init; }

    /// <summary>When this server started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it has run.</summary>
    public required double UptimeSeconds { get; init; }

    /// <summary>The sentence that answers "is anything wrong that needs me?".</summary>
    public required string Sentence { get; init; }

    /// <summary>How many connectors are in which state of health.</summary>
    public required HealthCounts Health { get; init; }

    /// <summary>
    /// Whether both equations hold for every connector: read = unchanged + ignored + quarantined + accepted, and
    /// accepted = acknowledged + superseded + pending + dead.
    /// </summary>
    public required bool Balanced { get; init; }

    /// <summary>The ledger's totals, one a connector, ordered by id.</summary>
    public required IReadOnlyList<ConnectorTotals> Connectors { get; init; }

    /// <summary>The same totals less what they were when this server started; <c>pending</c> and <c>dead</c> may be negative.</summary>
    public required IReadOnlyList<ConnectorTotals> SinceStart { get; init; }

    /// <summary>The settlement system, as the hub sees it.</summary>
    public required TargetStatus Target { get; init; }

    /// <summary>The last reconciliation that has ended, or <see langword="null"/> when there was none.</summary>
    public ReconciliationView? LastReconciliation { get; init; }

    /// <summary>Whether a reconciliation is under way.</summary>
    public bool Reconciling { get; init; }

    /// <summary>What each stage has done since this server started, and how fast.</summary>
    public required IReadOnlyList<StageRate> Stages { get; init; }

    /// <summary>The most memory this server has held, MiB.</summary>
    public required double PeakMemoryMiB { get; init; }

    /// <summary>Open quarantine by cause, the most frequent first.</summary>
    public required IReadOnlyList<CauseCount> QuarantineCauses { get; init; }

    /// <summary>Dead rows by cause, the most frequent first.</summary>
    public required IReadOnlyList<CauseCount> DeadCauses { get; init; }
}

/// <summary>How many connectors are in which state of health.</summary>
/// <param name="Healthy">Nothing to do.</param>
/// <param name="Recovering">Failed, and will try again by itself.</param>
/// <param name="NeedsAction">A person must look.</param>
/// <param name="Paused">Paused by a person.</param>
/// <param name="NeverRun">Has not run yet.</param>
public sealed record HealthCounts(int Healthy, int Recovering, int NeedsAction, int Paused, int NeverRun);

/// <summary>A connector's counts. The unit is one canonical record, or one source record that yielded none.</summary>
/// <param name="Id">The connector.</param>
/// <param name="Read">What was read.</param>
/// <param name="Unchanged">Known already.</param>
/// <param name="Ignored">Not the hub's affair.</param>
/// <param name="Quarantined">Kept out until its cause is mended.</param>
/// <param name="Accepted">Taken into the outbox.</param>
/// <param name="Acknowledged">Of the accepted: the settlement system has it.</param>
/// <param name="Superseded">Of the accepted: a newer version took its place.</param>
/// <param name="Pending">Of the accepted: waiting or under way.</param>
/// <param name="Dead">Of the accepted: failed for good, until a person has looked.</param>
public sealed record ConnectorTotals(
    string Id,
    long Read,
    long Unchanged,
    long Ignored,
    long Quarantined,
    long Accepted,
    long Acknowledged,
    long Superseded,
    long Pending,
    long Dead)
{
    /// <summary>Whether both equations hold.</summary>
    public bool Balanced => Read == Unchanged + Ignored + Quarantined + Accepted && Accepted == Acknowledged + Superseded + Pending + Dead;

    /// <summary>The difference of two counts of one connector.</summary>
    /// <param name="now">The later counts.</param>
    /// <param name="then">The earlier counts.</param>
    /// <returns>What came in between.</returns>
    public static ConnectorTotals operator -(ConnectorTotals now, ConnectorTotals then)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        return new(
            now.Id,
            now.Read - then.Read,
            now.Unchanged - then.Unchanged,
            now.Ignored - then.Ignored,
            now.Quarantined - then.Quarantined,
            now.Accepted - then.Accepted,
            now.Acknowledged - then.Acknowledged,
            now.Superseded - then.Superseded,
            now.Pending - then.Pending,
            now.Dead - then.Dead);
    }

    /// <inheritdoc cref="op_Subtraction"/>
    public static ConnectorTotals Subtract(ConnectorTotals now, ConnectorTotals then) => now - then;
}

/// <summary>The settlement system, as the hub sees it.</summary>
/// <param name="State">
/// <c>unknown</c> (not asked yet), <c>ready</c>, <c>unreachable</c>, <c>refused</c> (credentials or rights) or <c>mismatch</c> (the
/// ledger is bound to another system).
/// </param>
/// <param name="Profile"><c>basic</c> or <c>extended</c>; <see langword="null"/> until known.</param>
/// <param name="System">Its name (<c>heThong</c>).</param>
/// <param name="Environment">Its environment (<c>moiTruong</c>).</param>
/// <param name="Message">Why it is not ready, and what to do.</param>
/// <param name="Reads">Calls since start that only read.</param>
/// <param name="Writes">Calls since start that may write.</param>
/// <param name="FaultsMet">Calls since start that met a fault.</param>
public sealed record TargetStatus(
    string State,
    string? Profile,
    string? System,
    string? Environment,
    string? Message,
    long Reads,
    long Writes,
    long FaultsMet)
{
    /// <summary>Its circuit breaker.</summary>
    public CircuitStatus Circuit { get; init; } = new(CircuitStates.Closed);

    /// <summary>How many rows that failed before are tried again.</summary>
    public RetryStatus Retries { get; init; } = new(0, 0);

    /// <summary>Until when it asked to be left alone; <see langword="null"/> when it did not.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
}

/// <summary>
/// The circuit breaker of the settlement system: calls that get no answer open it, and it is closed again when a small question is
/// answered.
/// </summary>
/// <param name="State"><c>closed</c> (it is called as usual) or <c>open</c> (nothing is sent until it answers).</param>
public sealed record CircuitStatus(string State)
{
    /// <summary>Since when it is open.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it is next asked whether it answers.</summary>
    public DateTimeOffset? NextProbe { get; init; }
}

/// <summary>
/// The retry budget of the settlement system, so that one that fails is hit no harder than a sound one: rows beyond it wait, and
/// nothing of that counts for their back-off.
/// </summary>
/// <param name="Used">Rows that failed before and, within the last minute, failed again or are under way.</param>
/// <param name="Allowed">How many these may be: a tenth of all rows of that minute, and a few.</param>
public sealed record RetryStatus(long Used, long Allowed);

/// <summary>What a stage has done since the server started.</summary>
/// <param name="Name"><c>collect</c>, <c>deliver</c> or <c>reconcile</c>.</param>
/// <param name="Records">Records it has been through.</param>
/// <param name="Seconds">How long it was at work.</param>
/// <param name="RecordsPerSecond">The two divided; 0 when it has not worked.</param>
public sealed record StageRate(string Name, long Records, double Seconds, double RecordsPerSecond);

/// <summary>How often a cause occurs.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="Cause">The code or the fault.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when.</param>
public sealed record CauseCount(string Connector, string Cause, long Count, DateTimeOffset Oldest);

/// <summary>Whether anything is under way; cheap to ask often.</summary>
/// <param name="Pending">Outbox rows that are pending.</param>
/// <param name="Due">Of these, the ones that may go now.</param>
/// <param name="Waiting">Of these, the ones that wait for a later attempt.</param>
/// <param name="RunsActive">Runs under way.</param>
/// <param name="Reconciling">Whether a reconciliation is under way.</param>
/// <param name="QuarantineOpen">Open entries in quarantine.</param>
/// <param name="QuarantineWaiting">
/// Of these, the ones that the hub will release by itself once the settlement system answers (<c>base-unread</c>).
/// </param>
/// <param name="CallbacksUnread">Callbacks that are journaled but not read yet.</param>
/// <param name="Idle">Whether nothing more will happen by itself before the next schedule or callback.</param>
public sealed record HubActivity(
    long Pending,
    long Due,
    long Waiting,
    int RunsActive,
    bool Reconciling,
    long QuarantineOpen,
    long QuarantineWaiting,
    long CallbacksUnread,
    bool Idle);
