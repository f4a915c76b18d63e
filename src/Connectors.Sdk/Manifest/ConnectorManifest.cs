namespace IntegrationHub.Connectors.Sdk;

/// <summary>What a connector says of itself, in <c>connector.json</c>. Facts that code already holds are not repeated here.</summary>
public sealed record ConnectorManifest
{
    /// <summary>The connector's id: lower-case words joined by hyphens, at most 50 characters; also the target's <c>nguon</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A title for people, in English.</summary>
    public required string Title { get; init; }

    /// <summary>The same in Vietnamese, for the status page.</summary>
    public required string TitleVi { get; init; }

    /// <summary>The unit that owns the source and answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The name of its stream, for example <c>dossiers</c> or <c>callbacks</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>What its mapping yields: <c>dossier</c>, <c>change</c>, <c>progress</c>.</summary>
    public required IReadOnlyList<string> Produces { get; init; }

    /// <summary>
    /// For a connector that yields <c>dossier</c>: the packet members that its dossier replaces, or <c>["*"]</c> for all.
    /// </summary>
    public IReadOnlyList<string> Owns { get; init; } = [];

    /// <summary>The contract version it was written for, <c>major.minor</c>.</summary>
    public required string ContractVersion { get; init; }

    /// <summary>The pattern: <c>sql-view</c>, <c>rest-poll</c>, <c>callback</c>, …</summary>
    public required string Pattern { get; init; }

    /// <summary>What orders its stream: <c>time</c> or <c>sequence</c>.</summary>
    public required string Cursor { get; init; }

    /// <summary>How far a run goes back behind the watermark, so that late commits are seen; only for a time cursor.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>When it runs by default, a Quartz cron expression; settings may override it.</summary>
    public required string Schedule { get; init; }

    /// <summary>Whether the source reports every single status step, so that the full step table applies.</summary>
    public bool EveryStep { get; init; }

    /// <summary>How its text arrives.</summary>
    public TextManifest Text { get; init; } = new();

    /// <summary>Its abilities: name → <c>yes</c>, or <c>no: reason</c>.</summary>
    public IReadOnlyDictionary<string, string> Abilities { get; init; } = new Dictionary<string, string>();

    /// <summary>The data classes that its records hold.</summary>
    public required IReadOnlyList<string> DataClasses { get; init; }

    /// <summary>
    /// The members of a source record, as the source spells them, whose values operators may see, however deep they lie: technical
    /// ones only. Of all others API and CLI show type and length.
    /// </summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>
    /// The settings that hold the only hosts it may call, all of them; empty where it calls none. The transports refuse any other.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
}

/// <summary>How a source's text arrives.</summary>
public sealed record TextManifest
{
    /// <summary><c>unicode</c>, or <c>tcvn3</c> for the members in <see cref="Members"/>.</summary>
    public string Encoding { get; init; } = "unicode";

    /// <summary>The members that arrive in that encoding, by their names alone: each is meant at whatever depth it lies.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
