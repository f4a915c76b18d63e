namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>
/// What the land registry reports. It happened <c>At</c> and is sent in <c>Wave</c>, which may be a later one;
/// <c>Number</c> is its number in the dossier, for ever.
/// </summary>
internal abstract record LandEvent(int Number, DateTime At, int Wave)
{
    /// <summary>False: sent in a form that nobody can take.</summary>
    public virtual bool IsSound => true;
}

internal sealed record LandHandOver(
    int Number,
    DateTime At,
    int Wave,
    string From,
    Officer To,
    string Task,
    DateTime Due,
    bool Dateless = false)
    : LandEvent(Number, At, Wave)
{
    public override bool IsSound => !Dateless;
}

internal sealed record LandSupplementAsked(int Number, DateTime At, int Wave, string By, string What, bool Pauses)
    : LandEvent(Number, At, Wave);

internal sealed record LandSupplementGiven(int Number, DateTime At, int Wave, DateTime Promised) : LandEvent(Number, At, Wave);

internal sealed record LandTaxNotice(int Number, DateTime At, int Wave, string Notice) : LandEvent(Number, At, Wave);

internal sealed record LandEnd(int Number, DateTime At, int Wave, string Paper, int Outcome) : LandEvent(Number, At, Wave)
{
    public const int Good = 0;
    public const int Unheard = 99;

    public override bool IsSound => Outcome == Good;
}
