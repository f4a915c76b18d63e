namespace IntegrationHub.Hub.Store;

/// <summary>What kind of difference it is.</summary>
internal enum DifferenceKind
{
    MissingInTarget,
    OnlyAtTarget,
    StatusDiffers,
    DateDiffers,
    ResultDiffers,
    FieldDiffers,
    ProgressDiffers,
    VersionNewerAtTarget,

    /// <summary>The settlement system's staff edited a dossier that is theirs; it is folded in.</summary>
    EditedAtTarget,

    /// <summary>A row of the dossier is dead: a person retries it or mends its cause; sending it again every night would not.</summary>
    Dead,
}

internal static class DifferenceKinds
{
    /// <summary>The name in the log, the API and the console.</summary>
    public static string Name(this DifferenceKind kind) => kind switch
    {
        DifferenceKind.MissingInTarget => "missing-in-target",
        DifferenceKind.OnlyAtTarget => "only-at-target",
        DifferenceKind.StatusDiffers => "status-differs",
        DifferenceKind.DateDiffers => "date-differs",
        DifferenceKind.ResultDiffers => "result-differs",
        DifferenceKind.FieldDiffers => "field-differs",
        DifferenceKind.ProgressDiffers => "progress-differs",
        DifferenceKind.VersionNewerAtTarget => "version-newer-at-target",
        DifferenceKind.EditedAtTarget => "edited-at-target",
        DifferenceKind.Dead => "dead",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether sending the ledger's dossier again mends it. What only the target has, nothing in the profile removes.</summary>
    public static bool Repairable(this DifferenceKind kind) => kind is not (DifferenceKind.OnlyAtTarget or DifferenceKind.Dead);
}
