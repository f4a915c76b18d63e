using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Store;

namespace IntegrationHub.Sim.Sources.Waves;

/// <summary>Queues a wave's callbacks: the events of a few dossiers at a time, shuffled, some of them twice.</summary>
internal sealed class CallbackWindow(StateWriter state, Dice dice)
{
    private const int Dossiers = 32;
    private const double RepeatShare = 0.10;

    private readonly List<(int Index, int Event)> waiting = [];
    private int dossiers;

    public void Add(LandFacts facts, int wave)
    {
        foreach (var what in facts.Events.Where(what => what.Wave == wave))
        {
            waiting.Add((facts.Index, what.Number));
            if (dice.Chance(RepeatShare)) waiting.Add((facts.Index, what.Number));
        }

        if (++dossiers == Dossiers) Flush();
    }

    public void Flush()
    {
        dice.Shuffle(waiting);
        foreach (var (index, what) in waiting) state.Callback(index, what);
        waiting.Clear();
        dossiers = 0;
    }
}
