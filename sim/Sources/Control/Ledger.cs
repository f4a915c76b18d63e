using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Store;
using IntegrationHub.Sim.Sources.Truth;
using IntegrationHub.Sim.Sources.Waves;

namespace IntegrationHub.Sim.Sources.Control;

/// <summary>The long answers, one dossier at a time.</summary>
internal static class Ledger
{
    public static IEnumerable<BaseLine> Base(Simulation simulation)
    {
        var census = simulation.World.Census;
        for (var index = census.FirstLand; index < census.Dossiers; index++)
            if (LandFacts.Of(census, index) is { HasBase: true } facts)
                yield return new(LandTruth.Base(facts), [LandTruth.BaseProgress(facts)]);
    }

    public static IEnumerable<TruthLine> Truth(Simulation simulation)
    {
        var world = simulation.World;
        using var reader = simulation.State.Reader();
        var wave = simulation.Wave;
        foreach (var index in reader.DossiersInOrder())
            yield return world.Census.PlaceOf(index).Source switch
            {
                Source.Construction => TruthLine.Of(world.Construction(index), wave),
                Source.Licences => TruthLine.Of(world.Licence(index), wave),
                _ => TruthLine.Of(world.Land(index), wave),
            };
    }
}
