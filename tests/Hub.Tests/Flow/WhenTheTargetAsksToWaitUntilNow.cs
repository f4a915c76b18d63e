using IntegrationHub.Hub.Deliver;

namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>Retry-After: 0, or a date not later than the answer's own, was a hot loop once.</summary>
public sealed class WhenTheTargetAsksToWaitUntilNow : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private readonly TestHub hub = new();

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    public async Task It_is_left_alone_for_a_second(int seconds)
    {
        hub.Source().Add("k", Make.Day, Make.Dossier(Number));
        for (var i = 0; i < 60; i++)
            hub.Target.NextWrites.Enqueue((new Fault.Throttled(hub.Clock.GetUtcNow().AddSeconds(seconds), "Retry-After: 0"), false));
        await hub.SyncAsync();

        hub.Target.NextWrites.Count.ShouldBe(59);
        hub.Get<DeliveryGate>().HeldUntil.ShouldBe(hub.Clock.GetUtcNow().AddSeconds(1));
    }

    public void Dispose() => hub.Dispose();
}
