namespace IntegrationHub.Contracts;

/// <summary>
/// The extension block: fields that joined the packet after QCVN 120:2019 and for which no official text was found.
/// It carries a version of its own, so that a new official list can be added without touching connectors.
/// </summary>
public sealed record LaterFields
{
    /// <summary>Version of this block.</summary>
    [Data(DataClass.Technical)]
    public string Version { get; init; } = "2025-02";

    /// <summary>How the dossier was filed. Field: <c>KenhThucHien</c>.</summary>
    [Data(DataClass.Technical)]
    public Channel? Channel { get; init; }

    /// <summary>When it was filed, which is before it was received; never copied from the receipt. Field: <c>NgayNopHoSo</c>.</summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? FiledAt { get; init; }

    /// <summary>When it was refused. Field: <c>NgayTuChoi</c>.</summary>
    [Data(DataClass.Technical)]
    public DateTimeOffset? RefusedAt { get; init; }
}
