using IntegrationHub.Sim.Sources.Callbacks;
using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Facts;
using IntegrationHub.Sim.Sources.Store;
using IntegrationHub.Sim.Sources.Waves;

namespace IntegrationHub.Sim.Sources.Live;

/// <summary>Two changes a second with the wall clock's time, once somebody asked for them.</summary>
internal sealed class Trickle(Simulation simulation, CallbackPusher pusher, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Begin() => asked.TrySetResult();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await asked.Task.WaitAsync(stoppingToken);
        var dice = new Dice((ulong)clock.GetUtcNow().Ticks);
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await ChangeAsync(dice, stoppingToken);
    }

    private async Task ChangeAsync(Dice dice, CancellationToken cancellationToken)
    {
        var (census, now) = (simulation.World.Census, clock.LocalNow());
        for (var tries = 0; tries < 100; tries++)
        {
            var index = dice.Below(census.Dossiers);
            if (!Change(index, census.PlaceOf(index).Source, simulation.Wave, now)) continue;
            if (index >= census.FirstLand) await pusher.PushAsync(cancellationToken);
            return;
        }
    }

    private bool Change(int index, Source source, int wave, DateTime now) => source switch
    {
        Source.Construction => Change(simulation.World.Construction(index), wave, now),
        Source.Licences => Change(simulation.World.Licence(index), wave, now),
        _ => Change(simulation.World.Land(index), wave, now),
    };

    private bool Change(ConstructionFacts facts, int wave, DateTime now)
    {
        if (facts.Flaw is not null || !IsOpen(facts.Steps, wave, now)) return false;
        Happen(facts.Index, wave, now, _ => { });
        simulation.Construction.Write(
            put => put(ConstructionRow.Of(simulation.World.Construction(facts.Index), wave, simulation.World.Census.Seed)));
        return true;
    }

    private bool Change(LicenceFacts facts, int wave, DateTime now)
    {
        if (facts.Flaw is not null || !IsOpen(facts.Steps, wave, now)) return false;
        var before = Standing.At(facts.Steps, wave).Updated.Iso();
        Happen(facts.Index, wave, now, to => to.MoveLicence(before, now.Iso(), facts.MaHoSo, facts.Index));
        return true;
    }

    private bool Change(LandFacts facts, int wave, DateTime now)
    {
        if (facts.Flaw is not null || facts.Events.Any(what => what.At >= now || what is LandEnd && what.Wave <= wave)) return false;
        simulation.World.Happened(facts.Index, wave, now);
        var what = simulation.World.Land(facts.Index).Events[^1].Number;
        simulation.State.Write(to =>
        {
            to.Live(facts.Index, wave, now.Iso());
            to.Callback(facts.Index, what);
        });
        return true;
    }

    private void Happen(int index, int wave, DateTime now, Action<StateWriter> also)
    {
        simulation.World.Happened(index, wave, now);
        simulation.State.Write(to =>
        {
            to.Live(index, wave, now.Iso());
            also(to);
        });
    }

    private static bool IsOpen(IReadOnlyList<Step> steps, int wave, DateTime now)
    {
        var standing = Standing.At(steps, wave);
        return !Status.IsFinal(standing.Status) && standing.Updated < now;
    }
}
