namespace IntegrationHub.Sim.Sources.Facts;

internal enum Source
{
    Construction,
    Licences,
    Land,
}

/// <summary>Where dossier number <c>index</c> of all belongs: the <c>Ordinal</c>-th of <c>Of</c> in its source.</summary>
internal readonly record struct Place(Source Source, int Ordinal, int Of);

/// <summary>How many dossiers there are, and which source holds which.</summary>
internal sealed record Census(int Dossiers, long Seed, double BadShare = 0.01)
{
    public int Construction => (int)(Dossiers * 4L / 10);

    public int Licences => Construction;

    public int Land => Dossiers - Construction - Licences;

    public int FirstLand => Construction + Licences;

    public Place PlaceOf(int index) =>
        index < Construction ? new(Source.Construction, index, Construction)
        : index < FirstLand ? new(Source.Licences, index - Construction, Licences)
        : new(Source.Land, index - FirstLand, Land);
}
