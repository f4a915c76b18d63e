namespace IntegrationHub.Cli;

/// <summary>What the exit code tells a script.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Error = 1;
    public const int Usage = 2;

    /// <summary>Ledger and settlement system differ.</summary>
    public const int DifferenceFound = 3;
    public const int NotAuthorised = 4;
    public const int NotFound = 5;

    /// <summary>Not in a state that allows it.</summary>
    public const int Conflict = 6;
    public const int PartlyFailed = 7;
    public const int Timeout = 8;
    public const int Interrupted = 130;

    public static int Of(int httpStatus) => httpStatus switch
    {
        400 or 413 or 422 => Usage,
        401 or 403 => NotAuthorised,
        404 => NotFound,
        409 or 412 => Conflict,
        _ => Error,
    };
}
