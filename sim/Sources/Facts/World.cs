using System.Collections.Concurrent;

namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>Everything that ever happens, made anew whenever it is asked for. Only what was done live is remembered.</summary>
internal sealed class World(Census census)
{
    private readonly ConcurrentDictionary<int, LiveTimes> live = [];

    public Census Census => census;

    public bool IsLive(int index) => live.ContainsKey(index);

    public void Happened(int index, int wave, DateTime at) => live.AddOrUpdate(
        index, _ => new(wave, [at]), (_, before) => before with { At = [.. before.At, at] });

    public ConstructionFacts Construction(int index)
    {
        var facts = ConstructionFacts.Of(census, index);
        return live.TryGetValue(index, out var times) ? facts with { Steps = LiveSteps.Continue(facts.Steps, times) } : facts;
    }

    public LicenceFacts Licence(int index)
    {
        var facts = LicenceFacts.Of(census, index);
        return live.TryGetValue(index, out var times) ? facts with { Steps = LiveSteps.Continue(facts.Steps, times) } : facts;
    }

    public LandFacts Land(int index)
    {
        var facts = LandFacts.Of(census, index);
        return live.TryGetValue(index, out var times) ? facts with { Events = LiveSteps.Continue(facts, times, census.Seed) } : facts;
    }
}
