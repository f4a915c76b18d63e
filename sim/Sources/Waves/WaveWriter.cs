using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Store;

namespace IntegrationHub.Sim.Sources.Waves;

/// <summary>
/// Shows a wave at the sources. The view's rows are committed before the simulator's own state, and writing them twice changes
/// nothing: a wave that was cut off is repeated whole.
/// </summary>
internal sealed class WaveWriter(World world, ConstructionDatabase construction, StateDatabase state)
{
    private readonly Census census = world.Census;

    public void Apply(int wave) => state.Write(to => construction.Write(put =>
    {
        var window = new CallbackWindow(to, Dice.For(census.Seed, wave, Luck.Callbacks));
        var bad = 0;
        for (var index = 0; index < census.Dossiers; index++)
            if (Apply(index, wave, to, put, window)?.HoldsAt(wave) == true)
                bad++;
        window.Flush();
        to.Meta("bad", bad.Text());
        to.Meta("wave", wave.Text());
    }));

    private Flaw? Apply(int index, int wave, StateWriter to, Action<ConstructionRow> put, CallbackWindow window) =>
        census.PlaceOf(index).Source switch
        {
            Source.Construction => Apply(world.Construction(index), wave, to, put),
            Source.Licences => Apply(world.Licence(index), wave, to),
            _ => Apply(world.Land(index), wave, to, window),
        };

    private Flaw? Apply(ConstructionFacts facts, int wave, StateWriter to, Action<ConstructionRow> put)
    {
        if (wave == 0) to.Dossier(facts.MaHoSo, facts.Index);
        if (Moves(facts.Index, facts.Steps, wave)) put(ConstructionRow.Of(facts, wave, census.Seed));
        return facts.Flaw;
    }

    private Flaw? Apply(LicenceFacts facts, int wave, StateWriter to)
    {
        if (wave == 0) to.Dossier(facts.MaHoSo, facts.Index);
        if (Moves(facts.Index, facts.Steps, wave)) Move(facts, wave, to);
        return facts.Flaw;
    }

    private Flaw? Apply(LandFacts facts, int wave, StateWriter to, CallbackWindow window)
    {
        if (wave == 0) to.Dossier(facts.MaHoSo, facts.Index);
        if (!world.IsLive(facts.Index)) window.Add(facts, wave);
        return facts.Flaw;
    }

    private static void Move(LicenceFacts facts, int wave, StateWriter to)
    {
        var updated = Updated(facts, wave);
        if (wave == 0) to.Licence(updated, facts.MaHoSo, facts.Index);
        else to.MoveLicence(Updated(facts, wave - 1), updated, facts.MaHoSo, facts.Index);
    }

    private static string Updated(LicenceFacts facts, int wave) => Standing.At(facts.Steps, wave).Updated.Iso();

    /// <summary>What is done live has left the script.</summary>
    private bool Moves(int index, IReadOnlyList<Step> steps, int wave) => !world.IsLive(index) && steps.Any(step => step.Wave == wave);
}
