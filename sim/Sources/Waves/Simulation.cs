using System.Globalization;
using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Store;

namespace IntegrationHub.Sim.Sources.Waves;

internal sealed record SimulationStatus(
    int dossiers, int wave, int waves, int callbacksPending, int construction, int licences, int land, int bad);

internal sealed record WaveAnswer(int wave, int waves);

internal sealed class OtherWorldException(string message) : Exception(message);

/// <summary>The three sources in one folder: made once, carried on after every restart.</summary>
internal sealed class Simulation : IDisposable
{
    private readonly WaveWriter waves;
    private readonly Lock advancing = new();

    private Simulation(World world, ConstructionDatabase construction, StateDatabase state)
    {
        (World, Construction, State) = (world, construction, state);
        waves = new(world, construction, state);
    }

    public World World { get; }

    public ConstructionDatabase Construction { get; }

    public StateDatabase State { get; }

    public int Wave => int.Parse(State.Meta("wave")!, CultureInfo.InvariantCulture);

    public static Simulation Open(string folder, Census census)
    {
        Directory.CreateDirectory(folder);
        var state = new StateDatabase(Path.Combine(folder, "sources.db"));
        var view = Path.Combine(folder, "construction.db");
        if (state.Meta("wave") is null) Forget(view);
        var simulation = new Simulation(new(census), new(view), state);
        simulation.Begin();
        return simulation;
    }

    public SimulationStatus Status()
    {
        var census = World.Census;
        return new(
            census.Dossiers, Wave, WorkClock.LastWave, State.Pending(), census.Construction, census.Licences, census.Land,
            int.Parse(State.Meta("bad")!, CultureInfo.InvariantCulture));
    }

    public WaveAnswer Advance()
    {
        lock (advancing)
        {
            var next = Wave + 1;
            if (next > WorkClock.LastWave) return new(next - 1, WorkClock.LastWave);
            State.Write(to => to.Meta("next", next.Text()));
            waves.Apply(next);
            return new(next, WorkClock.LastWave);
        }
    }

    public void Dispose()
    {
        Construction.Dispose();
        State.Dispose();
    }

    private void Begin()
    {
        RefuseOtherCensus();
        if (State.Meta("wave") is null) waves.Apply(0);
        RememberLive();
        if (State.Meta("next") is { } next && next != State.Meta("wave")) waves.Apply(int.Parse(next, CultureInfo.InvariantCulture));
    }

    private void RefuseOtherCensus()
    {
        var census = World.Census;
        var mine = string.Create(
            CultureInfo.InvariantCulture, $"{census.Dossiers} dossiers, seed {census.Seed}, bad share {census.BadShare}");
        var stored = State.Meta("census");
        if (stored is null) State.Write(to => to.Meta("census", mine));
        else if (stored != mine) throw new OtherWorldException($"The state folder holds another world: {stored}; asked for: {mine}.");
    }

    private void RememberLive()
    {
        using var reader = State.Reader();
        var rows = reader.LiveRows();
        foreach (var row in rows) World.Happened(row.Index, row.Wave, row.At);
        Construction.Write(put =>
        {
            foreach (var index in rows.Select(row => row.Index).Distinct().Where(IsConstruction))
                put(ConstructionRow.Of(World.Construction(index), Wave, World.Census.Seed));
        });
    }

    private bool IsConstruction(int index) => World.Census.PlaceOf(index).Source == Source.Construction;

    private static void Forget(string database)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(database + suffix);
    }
}
