namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>The most items in one call.</summary>
internal static class Limits
{
    public const int ExtendedDossiers = 1000;
    public const int ExtendedRows = 1000;
    public const int BasicDossiers = 1;
    public const int BasicRows = 10;

    /// <summary>A page may be shorter than asked for: only an empty page ends a list.</summary>
    public const int PageRows = 10_000;
}
