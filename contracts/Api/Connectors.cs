using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts.Api;

/// <summary>A connector as operators see it.</summary>
public sealed record ConnectorView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title, in English.</summary>
    public required string Title { get; init; }

    /// <summary>Its title in Vietnamese.</summary>
    public required string TitleVi { get; init; }

    /// <summary>The unit that answers for the source.</summary>
    public required string Owner { get; init; }

    /// <summary><c>healthy</c>, <c>recovering</c>, <c>needsAction</c>, <c>paused</c>, <c>neverRun</c> or <c>running</c>.</summary>
    public required string Health { get; init; }

    /// <summary>
    /// What put it there: <c>settings</c>, <c>fault</c>, <c>person</c>, <c>dead</c> or <c>quarantine</c>; <see langword="null"/> when
    /// nothing is wrong.
    /// </summary>
    public string? Cause { get; init; }

    /// <summary>Why it is in that state and what to do, or empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Its Quartz cron expression.</summary>
    public required string Schedule { get; init; }

    /// <summary>
    /// Up to where everything has been read: <c>t|TIME</c> or <c>t|TIME|KEY</c> for a time cursor (UTC, ISO 8601; after the row with
    /// this key of that time), <c>s|NUMBER</c> for a sequence.
    /// </summary>
    public string? Watermark { get; init; }

    /// <summary>When its last page was committed.</summary>
    public DateTimeOffset? LastReadAt { get; init; }

    /// <summary>Runs that failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Open entries in quarantine.</summary>
    public required long QuarantineOpen { get; init; }

    /// <summary>Its counts in the ledger.</summary>
    public required ConnectorTotals Totals { get; init; }
}

/// <summary>A connector with what its manifest says and what is wrong with its settings.</summary>
public sealed record ConnectorDetail
{
    /// <summary>The connector.</summary>
    public required ConnectorView Connector { get; init; }

    /// <summary>How it reads: <c>sql-view</c>, <c>rest-poll</c>, <c>callback</c>, …</summary>
    public required string Pattern { get; init; }

    /// <summary>The name of its stream.</summary>
    public required string Stream { get; init; }

    /// <summary>What orders its stream: <c>time</c> or <c>sequence</c>.</summary>
    public required string Cursor { get; init; }

    /// <summary>How far a run goes back behind the watermark.</summary>
    public required double LagSeconds { get; init; }

    /// <summary>What it yields: <c>dossier</c>, <c>change</c>, <c>progress</c>.</summary>
    public required IReadOnlyList<string> Produces { get; init; }

    /// <summary>The packet members that its dossiers replace.</summary>
    public required IReadOnlyList<string> Owns { get; init; }

    /// <summary>The contract version it was written for.</summary>
    public required string ContractVersion { get; init; }

    /// <summary>The data classes that its records hold.</summary>
    public required IReadOnlyList<string> DataClasses { get; init; }

    /// <summary>Its abilities: name → <c>yes</c>, or <c>no: reason</c>.</summary>
    public required IReadOnlyDictionary<string, string> Abilities { get; init; }

    /// <summary>Where the present run stands, in the form of a connector's <c>watermark</c>.</summary>
    public string? Position { get; init; }

    /// <summary>What is wrong with its settings; empty when all is well.</summary>
    public required IReadOnlyList<SettingProblemView> Problems { get; init; }

    /// <summary>Its last runs, the newest first.</summary>
    public required IReadOnlyList<RunView> LastRuns { get; init; }
}

/// <summary>One thing that is wrong with a connector's settings.</summary>
/// <param name="Path">The configuration path.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record SettingProblemView(string Path, string Message);

/// <summary>Whether a source can be reached with the given credentials and rights.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="Ok">Whether all is well.</param>
/// <param name="Fault">
/// The fault when it is not: <c>Transient</c>, <c>Throttled</c>, <c>AuthExpired</c>, <c>AuthRefused</c>, <c>Duplicate</c>,
/// <c>OutOfOrder</c>, <c>NewerAtTarget</c>, <c>Rejected</c>, <c>UnknownOutcome</c> or <c>Drift</c>.
/// </param>
/// <param name="Message">What was found and what to do.</param>
/// <param name="Seconds">How long the check took.</param>
public sealed record CheckResult(string Connector, bool Ok, string? Fault, string Message, double Seconds);

/// <summary>Asks to pause a connector.</summary>
/// <param name="Reason">Why, for whoever finds it paused; no personal data.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PauseRequest(string Reason);
