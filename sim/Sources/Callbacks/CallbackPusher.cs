using IntegrationHub.Sim.Sources.Faces;
using IntegrationHub.Sim.Sources.Store;
using IntegrationHub.Sim.Sources.Waves;

namespace IntegrationHub.Sim.Sources.Callbacks;

/// <summary>How the registry pushes: how many calls at a time, and how long it asks again for one of them.</summary>
internal sealed record PushManners(int InFlight, string Secret, TimeSpan GiveUpAfter);

/// <summary>Tells the hub what is queued, one push at a time.</summary>
internal sealed class CallbackPusher(Simulation simulation, Hub hub, PushManners manners, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1);

    public async Task<PushAnswer> PushAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return hub.IsKnown
                ? await new Push(simulation.State, manners.InFlight, TellAsync).RunAsync(cancellationToken)
                : new(0, 0, 0, simulation.State.Pending());
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<Answer> TellAsync(PendingCallback pending, CancellationToken cancellationToken)
    {
        var callback = Render(pending);
        var began = clock.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(20); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var answer = await hub.TellAsync(callback, cancellationToken);
            if (answer != Answer.Later || clock.GetElapsedTime(began) >= manners.GiveUpAfter) return answer;
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private LandCallback Render(PendingCallback pending)
    {
        var facts = simulation.World.Land(pending.Index);
        return LandCallback.Of(facts, facts.Events.First(what => what.Number == pending.Event), manners.Secret);
    }
}
