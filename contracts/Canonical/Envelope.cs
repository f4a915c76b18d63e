namespace IntegrationHub.Contracts;

/// <summary>Where a canonical record comes from and when what it tells happened.</summary>
public sealed record Envelope
{
    /// <summary>The contract version this build reads and writes.</summary>
    public const string CurrentContractVersion = "1.0";

    /// <summary>The connector's id, as in its manifest: lower-case words joined by hyphens, for example <c>land-registry</c>.</summary>
    [Data(DataClass.Technical)]
    public required string Source { get; init; }

    /// <summary>The stream of the source, for example <c>dossiers</c> or <c>callbacks</c>.</summary>
    [Data(DataClass.Technical)]
    public required string Stream { get; init; }

    /// <summary>The source's own key of the record, stable over its life. At most 200 characters.</summary>
    [Data(DataClass.Technical)]
    public required string SourceKey { get; init; }

    /// <summary>
    /// The source's own version of the record where it has one (a row version, a change number). Not kept: which state is newer, <see
    /// cref="EventTime"/> decides.
    /// </summary>
    [Data(DataClass.Technical)]
    public string? SourceVersion { get; init; }

    /// <summary>When it happened, by the source's clock. Decides which of two states is newer; never the hub's clock.</summary>
    [Data(DataClass.Technical)]
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>Ties together everything that was done for one source record; given by the hub when the record is read.</summary>
    [Data(DataClass.Technical)]
    public required string CorrelationId { get; init; }

    /// <summary>The version of the canonical contract, <c>major.minor</c>; additive changes raise the minor part.</summary>
    [Data(DataClass.Technical)]
    public string ContractVersion { get; init; } = CurrentContractVersion;
}
